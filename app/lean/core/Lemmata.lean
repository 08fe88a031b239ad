prelude
import Lemmata.Congruence
import Lemmata.Data
import Lemmata.Factorial
import Lemmata.IntOrder
import Lemmata.IntRemainders
import Lemmata.LinearOrders
import Lemmata.MinMax
import Lemmata.Notation
import Lemmata.Numbers
import Lemmata.OmegaFacts
import Lemmata.Tactics
import Lemmata.Ring
