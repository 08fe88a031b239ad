prelude
import Lemmata.Data
import Lemmata.IntRemainders
import Lemmata.LinearOrders
import Lemmata.Notation
import Lemmata.Tactics
