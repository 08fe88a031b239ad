prelude
import Lemmata.Absolute
import Lemmata.Casts
import Lemmata.Congruence
import Lemmata.Data
import Lemmata.Factorial
import Lemmata.IntCongruence
import Lemmata.IntGcd
import Lemmata.IntRounding
import Lemmata.LinearOrders
import Lemmata.MinMax
import Lemmata.Notation
import Lemmata.OmegaFacts
import Lemmata.Parity
import Lemmata.Positivity
import Lemmata.Primes
import Lemmata.Ring
import Lemmata.Tactics
