prelude
import Lemmata.Data
import Lemmata.IntOrder
import Lemmata.LinearOrders
import Lemmata.Notation
import Lemmata.Tactics
