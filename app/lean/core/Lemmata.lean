prelude
import Lemmata.Data
import Lemmata.IntRemainders
import Lemmata.Notation
import Lemmata.Numbers
import Lemmata.OmegaFacts
import Lemmata.Tactics
