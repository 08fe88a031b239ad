// Searching while one types: the server finds, this shows it, and the keyboard is enough.
"use strict";

const query = document.getElementById("q");
const results = document.getElementById("results");
const browse = document.getElementById("browse");
const said = document.getElementById("said");
const here = location.pathname === "/reference" ? "/reference" : location.href;
let asking = new AbortController();
let waiting = 0;
let shown = query.value.trim();

for (const row of document.querySelectorAll(".with-keys")) row.hidden = false;

const show = (html, wanted) => {
  results.innerHTML = html;
  const list = results.firstElementChild;
  said.textContent = list ? list.dataset.said : "";
  results.dataset.query = wanted;
  results.dataset.query = wanted;
  browse.hidden = wanted !== "";
  history.replaceState(null, "", wanted ? `/reference?q=${encodeURIComponent(wanted)}` : here);
};

const search = async () => {
  const wanted = query.value.trim();
  if (wanted === shown) return;
  shown = wanted;
  asking.abort();
  asking = new AbortController();
  if (!wanted) return show("", "");
  try {
    const answer = await fetch(`/reference/results?q=${encodeURIComponent(wanted)}`, { signal: asking.signal });
    if (!answer.ok) throw new Error(answer.statusText);
    show(await answer.text(), wanted);
  } catch (error) {
    if (error.name === "AbortError") return;
    shown = null;
    said.textContent = "Lemmata did not answer; press Enter to ask again.";
  }
};

query.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(search, 60);
});

// "/" comes to the field; the arrows go through what was found and back; Escape empties the field.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const links = Array.from(results.querySelectorAll("a"));
  const at = links.indexOf(document.activeElement);
  const typing = document.activeElement === query;
  if (event.key === "/" && !typing && !document.activeElement.matches("input, textarea, select")) {
    query.focus();
    query.select();
  } else if (event.key === "ArrowDown" && links.length && (typing || at >= 0)) {
    links[Math.min(at + 1, links.length - 1)].focus();
  } else if (event.key === "ArrowUp" && at >= 0) {
    (links[at - 1] || query).focus();
  } else if (event.key === "Escape" && (typing || at >= 0)) {
    query.value = "";
    query.focus();
    search();
  } else return;
  event.preventDefault();
});

// A link to a theorem that names no page of it, or one that it has left.
const sought = decodeURIComponent(location.hash.slice(1));
if (sought && !document.getElementById(sought)) location.replace(`/reference/name/${encodeURIComponent(sought)}`);
