prelude
import Lemmata.Data
import Lemmata.LinearOrders
import Lemmata.Notation
import Lemmata.Tactics
