prelude
import Lemmata.Notation
