prelude
import Lemmata.Data
import Lemmata.Notation
