"""The statistics of RMaxTS against values worked out by hand."""

from __future__ import annotations

from math import log, sqrt

import pytest

from app.domain.goal import Goal
from app.domain.proof import Proposal
from app.pipeline.bandit import Arm, best, values
from app.pipeline.place import Place
from app.pipeline.state_tree import Node, StateTree
from app.pipeline.tactic_state import TacticState

P, Q, R = (Goal((), target) for target in "pqr")


def paid(*rewards: float, in_flight: int = 0) -> Arm:
    arm = Arm(in_flight=in_flight)
    for reward in rewards:
        arm.pay(reward)
    return arm


def test_rewards_fade_with_every_reward_that_follows() -> None:
    arm = paid(1, 0, 1)

    assert arm.reward == pytest.approx(0.99**2 + 1)  # 1·0.99² + 0·0.99 + 1 = 1.9801
    assert arm.weight == pytest.approx(2.9701)  # 1 + 0.99 + 0.9801


def test_the_bound_is_the_mean_and_what_is_not_known() -> None:
    first, second = values([paid(1), paid(0, 1)])

    # The weights are 1 and 1.99, together 2.99; the means are 1 and 1/1.99.
    assert first == pytest.approx(1 + sqrt(2 * log(2.99)))
    assert second == pytest.approx(1 / 1.99 + sqrt(2 * log(2.99) / 1.99))


def test_an_arm_that_was_never_chosen_has_a_weight_of_a_hundredth() -> None:
    (bound,) = values([Arm()])

    assert bound == pytest.approx(sqrt(2 * log(2) / 0.01))  # the weights together count as 2: 11.774


def test_arms_that_were_never_chosen_come_first_in_their_order() -> None:
    assert best([paid(1, 1, 1), Arm(), Arm()]) == 1


def test_the_first_of_equal_arms_is_chosen() -> None:
    assert best([paid(0), paid(1), paid(1)]) == 1


def test_an_arm_that_pays_is_chosen_before_one_that_does_not() -> None:
    assert best([paid(0, 0), paid(1, 1)]) == 1


def test_what_is_not_known_outweighs_a_mean_in_the_end() -> None:
    # The weight of 50 rewards is (1 − 0.99⁵⁰)/0.01 = 39.5, that of 2 is 1.99, the total 41.49:
    # 1 + sqrt(7.451/39.5) = 1.434 against 0 + sqrt(7.451/1.99) = 1.935.
    assert best([paid(*[1] * 50), paid(0, 0)]) == 1


def test_old_rewards_are_forgotten() -> None:
    faded, fresh = paid(*[1] * 100, *[0] * 200), paid(*[0] * 200, *[1] * 100)

    assert faded.weight == fresh.weight
    assert best([faded, fresh]) == 1


@pytest.mark.parametrize(
    ("in_flight", "reward", "weight"),
    [
        (0, 1.99, 1.99),
        (1, 1.9701, 2.9701),  # 1.99·0.99; 1.99·0.99 + 1
        (3, 1.93089501, 4.90099501),  # 1.99·0.970299; 1.99·0.970299 + 1 + 0.99 + 0.9801
    ],
)
def test_jobs_in_flight_count_as_rewards_of_nothing(in_flight: int, reward: float, weight: float) -> None:
    arm = paid(1, 1, in_flight=in_flight)

    assert arm.expected == pytest.approx((reward, weight))
    assert (arm.reward, arm.weight) == pytest.approx((1.99, 1.99))  # until they end


def test_jobs_in_flight_are_what_as_many_rewards_of_nothing_would_be() -> None:
    waiting, disappointed = paid(1, 0, 1, in_flight=4), paid(1, 0, 1, 0, 0, 0, 0)

    assert waiting.expected == pytest.approx((disappointed.reward, disappointed.weight))


def test_jobs_in_flight_send_the_next_one_elsewhere() -> None:
    assert best([paid(1, in_flight=1), paid(1)]) == 1
    assert best([Arm(in_flight=1), Arm()]) == 1


def tree() -> StateTree:
    """`p`, of which two tactics have made `q` and `r`."""
    tree = StateTree(Node([TacticState.at(Place(P))]))
    tree.arrive(tree.root, Proposal("to q", cost=2), (Q,))
    tree.arrive(tree.root, Proposal("to r", cost=1), (R,))
    return tree


def test_a_node_may_be_expanded_itself_and_its_children_come_in_the_order_of_their_cost() -> None:
    grown = tree()
    q, r = grown.root.children.values()

    order = []
    for _ in range(3):
        node = grown.select()
        node.own.pay(1)
        for above in node.upwards():
            above.subtree.pay(1)
        order.append(node)

    assert order == [grown.root, r, q]


def test_a_subtree_is_chosen_for_what_it_paid_and_a_node_for_what_its_own_expansions_did() -> None:
    grown = tree()
    q, r = grown.root.children.values()
    grown.root.own = paid(0, 0, 0)
    q.subtree, q.own = paid(1, 1, 1), paid(0)
    r.subtree, r.own = paid(0, 0, 1), paid(1)
    grown.arrive(q, Proposal("to s", cost=1), (Goal((), "s"),))
    (s,) = q.children.values()
    s.subtree = paid(1, 1)

    # At the root: 0, 2.9701 and 1 as rewards of weight 2.9701 each, so q. Below q: its own arm is worth
    # 0 + sqrt(2 ln 2.99 / 1) = 1.480, that of s 1 + sqrt(2 ln 2.99 / 1.99) = 2.049.
    assert grown.select() is s


def test_what_is_spent_is_not_chosen_and_a_tree_without_anything_left_is_not_live() -> None:
    grown = tree()
    q, r = grown.root.children.values()
    for node in (grown.root, r):
        node.spent = True
        grown.refresh(node)

    assert grown.select() is q
    q.spent = True
    grown.refresh(q)
    assert not grown.root.live
