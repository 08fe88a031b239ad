// What a person gains where scripts run: nothing twice on a live page, symbols while typing, copying.
"use strict";

const all = (selector) => Array.from(document.querySelectorAll(selector));

// Live page -------------------------------------------------------------------------------------------
// A connection that is opened anew asks with the address of the page and so hears old entries again.
document.addEventListener("htmx:sseBeforeMessage", (event) => {
  if (event.detail.type === "gone") {
    event.preventDefault();
    leave(event.detail.target);
    return;
  }
  const number = Number(event.detail.lastEventId);
  const seen = Number(event.target.dataset.seen);
  if (number <= seen) event.preventDefault();
  else event.target.dataset.seen = String(number);
});

const connection = document.getElementById("connection");
const say = (words) => { if (connection && connection.textContent !== words) connection.textContent = words; };

// What is shown stays, nothing follows, and nothing more is asked for.
const leave = (source) => {
  source.close();
  for (const part of all("#live, #status > *, #actions > *, #manage")) part.remove();
  for (const clock of all("[data-running]")) clock.removeAttribute("data-running");
  say("This statement was deleted, or its link was taken back. What you see is how it stood then.");
};

// A browser comes back by itself to a service that it cannot reach; to one that refused, the extension does.
let listening = false;
document.addEventListener("htmx:sseOpen", () => { listening = true; say(""); });
document.addEventListener("htmx:sseError", async ({ detail: { source } }) => {
  listening = false;
  const refused = source.readyState === EventSource.CLOSED;
  const page = refused && await fetch(location.pathname, { method: "HEAD" }).catch(() => null);
  if (page && page.status === 404) leave(source);
  else if (listening) say("");
  else if (page && page.ok) say("Live updates wait, because many are following at once; trying again.");
  else say("No connection to Lemmata; trying again.");
});
for (const failure of ["htmx:sendError", "htmx:responseError"]) {
  document.addEventListener(failure, (event) => {
    if (event.target.matches("form")) say("Lemmata did not answer, so nothing was done. Try again in a moment.");
  });
}

const shownSince = new WeakMap();
setInterval(() => {
  for (const clock of all("[data-running]")) {
    if (!shownSince.has(clock)) shownSince.set(clock, performance.now());
    const seconds = Number(clock.dataset.elapsed) + (performance.now() - shownSince.get(clock)) / 1000;
    clock.textContent = seconds < 10 ? `${seconds.toFixed(1)} s` : `${seconds.toFixed(0)} s`;
  }
}, 200);

// Typing ----------------------------------------------------------------------------------------------
const SYMBOLS = {
  and: "∧", or: "∨", not: "¬", neg: "¬", to: "→", r: "→", imp: "→", iff: "↔", lr: "↔", l: "←",
  all: "∀", forall: "∀", ex: "∃", exists: "∃", ne: "≠", le: "≤", ge: "≥", fun: "λ", lam: "λ", mapsto: "↦",
  "<": "⟨", ">": "⟩", in: "∈", notin: "∉", sub: "⊆", un: "∪", i: "∩", x: "×", times: "×", oplus: "⊕", ".": "·", o: "∘", circ: "∘",
  N: "ℕ", Z: "ℤ", u: "↑", equiv: "≡", mid: "∣", "|": "∣", a: "α", alpha: "α", b: "β", beta: "β", g: "γ", gamma: "γ", "|-": "⊢",
  0: "₀", 1: "₁", 2: "₂", 3: "₃", t: "▸", inv: "⁻¹",
  union: "∪", inter: "∩", subset: "⊆", empty: "∅", compl: "ᶜ", Union: "⋃", Inter: "⋂", powerset: "𝒫",
};

const field = document.getElementById("text");
if (field) {
  // insertText keeps the field's own undo; a browser without it loses undo and nothing else.
  const insert = (text, from, to) => {
    field.focus();
    field.setSelectionRange(from, to);
    if (!document.execCommand("insertText", false, text)) field.setRangeText(text, from, to, "end");
  };

  for (const row of all(".symbols, .with-keys")) row.hidden = false;
  for (const button of all("[data-insert]")) {
    button.addEventListener("click", () => insert(button.dataset.insert, field.selectionStart, field.selectionEnd));
  }

  field.addEventListener("input", (event) => {
    if (event.isComposing || event.inputType !== "insertText" || !/^[\s(),:]$/.test(event.data || "")) return;
    const end = field.selectionStart;
    const typed = /\\([A-Za-z]+|[<>.0-9]|\|-?)[\s(),:]$/.exec(field.value.slice(0, end));
    const symbol = typed && Object.hasOwn(SYMBOLS, typed[1]) && SYMBOLS[typed[1]];
    if (symbol) insert(symbol + event.data, end - typed[0].length, end);
  });

  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing) {
      event.preventDefault();
      if (!event.repeat) field.form.requestSubmit();
    }
  });

  // Pressed twice, a form is sent once; a moment later it may be sent again, if nothing came of it.
  let sentAt = -Infinity;
  field.form.addEventListener("submit", (event) => {
    if (event.timeStamp - sentAt < 1000) event.preventDefault();
    else sentAt = event.timeStamp;
  });

  if (field.getAttribute("aria-invalid")) field.focus();
}

// Sharing ---------------------------------------------------------------------------------------------
if (navigator.clipboard) {
  for (const button of all("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const said = document.getElementById("copied");
      try {
        await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent + "\n");
        said.textContent = "Copied";
      } catch {
        said.textContent = "Your browser did not allow it; select the text instead.";
      }
    });
  }
}
for (const link of all("input.link")) link.addEventListener("focus", () => link.select());
