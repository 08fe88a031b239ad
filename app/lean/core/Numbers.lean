/-
The natural numbers as a commutative semiring, the integers as a commutative ring, both linearly ordered.

The operations of these instances are the ones that numbers have anyway, so a law for all rings speaks of
them. The instances of weaker classes are listed again: they follow, but finding them so is quicker.
-/
prelude
import Lemmata.IntOrderedRing
import Lemmata.IntRing
import Lemmata.OrderedRings
set_option autoImplicit false
set_option interpreter.prefer_native true

namespace Nat

instance instCommSemiring : CommSemiring Nat where
  zero := 0
  one := 1
  add_assoc := Nat.add_assoc
  add_comm := Nat.add_comm
  zero_add := Nat.zero_add
  add_zero := Nat.add_zero
  nsmul n x := n * x
  nsmul_zero := Nat.zero_mul
  nsmul_succ := Nat.succ_mul
  mul_assoc := Nat.mul_assoc
  mul_comm := Nat.mul_comm
  one_mul := Nat.one_mul
  mul_one := Nat.mul_one
  zero_mul := Nat.zero_mul
  mul_zero := Nat.mul_zero
  left_distrib := Nat.left_distrib
  right_distrib := Nat.right_distrib
  npow n x := x ^ n
  npow_zero := Nat.pow_zero
  npow_succ _ _ := Nat.pow_succ
  natCast n := n
  natCast_zero := rfl
  natCast_succ _ := rfl
instance instSemiring : Semiring Nat := inferInstance
instance instDistrib : Distrib Nat := inferInstance
instance instMonoidWithZero : MonoidWithZero Nat := inferInstance
instance instMulZeroClass : MulZeroClass Nat := inferInstance
instance instCommMonoid : CommMonoid Nat := inferInstance
instance instMonoid : Monoid Nat := inferInstance
instance instCommSemigroup : CommSemigroup Nat := inferInstance
instance instSemigroup : Semigroup Nat := inferInstance
instance instCommMagma : CommMagma Nat := inferInstance
instance instMulOneClass : MulOneClass Nat := inferInstance
instance instAddCommMonoid : AddCommMonoid Nat := inferInstance
instance instAddMonoid : AddMonoid Nat := inferInstance
instance instAddCommSemigroup : AddCommSemigroup Nat := inferInstance
instance instAddSemigroup : AddSemigroup Nat := inferInstance
instance instAddCommMagma : AddCommMagma Nat := inferInstance
instance instAddZeroClass : AddZeroClass Nat := inferInstance
instance instIsLeftCancelAdd : IsLeftCancelAdd Nat := ⟨fun _ _ _ => Nat.add_left_cancel⟩
instance instIsRightCancelAdd : IsRightCancelAdd Nat := ⟨fun _ _ _ => Nat.add_right_cancel⟩
instance instIsCancelMulZero : IsCancelMulZero Nat where
  mul_left_cancel_of_ne_zero ha h := Nat.eq_of_mul_eq_mul_left (Nat.pos_of_ne_zero ha) h
  mul_right_cancel_of_ne_zero hb h := Nat.eq_of_mul_eq_mul_right (Nat.pos_of_ne_zero hb) h
instance instNontrivial : Nontrivial Nat := ⟨⟨0, 1, fun h => nomatch h⟩⟩
instance instIsDomain : IsDomain Nat where
instance instNoZeroDivisors : NoZeroDivisors Nat := ⟨Nat.eq_zero_of_mul_eq_zero⟩

instance instIsStrictOrderedRing : IsStrictOrderedRing Nat where
  add_le_add_left _ _ h c := Nat.add_le_add_right h c
  le_of_add_le_add_left _ _ _ := Nat.le_of_add_le_add_left
  zero_le_one := Nat.zero_le 1
  mul_lt_mul_of_pos_left _ ha _ _ h := Nat.mul_lt_mul_of_pos_left h ha
  mul_lt_mul_of_pos_right _ ha _ _ h := Nat.mul_lt_mul_of_pos_right h ha
instance instIsOrderedRing : IsOrderedRing Nat := inferInstance
instance instIsOrderedCancelAddMonoid : IsOrderedCancelAddMonoid Nat := inferInstance
instance instIsOrderedAddMonoid : IsOrderedAddMonoid Nat := inferInstance
instance instCanonicallyOrderedAdd : CanonicallyOrderedAdd Nat where
  exists_add_of_le h := (Nat.le.dest h).imp fun _ e => e.symm
  le_add_self a b := Nat.le_add_left a b
  le_self_add := Nat.le_add_right

end Nat

namespace Int

instance instCommRing : CommRing Int where
  zero := 0
  one := 1
  add_assoc := Int.add_assoc
  add_comm := Int.add_comm
  zero_add := Int.zero_add
  add_zero := Int.add_zero
  nsmul n x := n * x
  nsmul_zero := Int.zero_mul
  nsmul_succ n x := (Int.add_mul n 1 x).trans (by rw [Int.one_mul])
  neg_add_cancel := Int.add_left_neg
  sub_eq_add_neg _ _ := Int.sub_eq_add_neg
  mul_assoc := Int.mul_assoc
  mul_comm := Int.mul_comm
  one_mul := Int.one_mul
  mul_one := Int.mul_one
  zero_mul := Int.zero_mul
  mul_zero := Int.mul_zero
  left_distrib := Int.mul_add
  right_distrib := Int.add_mul
  npow n x := x ^ n
  npow_zero := Int.pow_zero
  npow_succ n x := Int.pow_succ x n
  natCast n := n
  natCast_zero := rfl
  natCast_succ _ := rfl
instance instRing : Ring Int := inferInstance
instance instCommSemiring : CommSemiring Int := inferInstance
instance instSemiring : Semiring Int := inferInstance
instance instDistrib : Distrib Int := inferInstance
instance instMonoidWithZero : MonoidWithZero Int := inferInstance
instance instMulZeroClass : MulZeroClass Int := inferInstance
instance instCommMonoid : CommMonoid Int := inferInstance
instance instMonoid : Monoid Int := inferInstance
instance instCommSemigroup : CommSemigroup Int := inferInstance
instance instSemigroup : Semigroup Int := inferInstance
instance instCommMagma : CommMagma Int := inferInstance
instance instMulOneClass : MulOneClass Int := inferInstance
instance instAddCommGroup : AddCommGroup Int := inferInstance
instance instAddGroup : AddGroup Int := inferInstance
instance instSubNegMonoid : SubNegMonoid Int := inferInstance
instance instAddCommMonoid : AddCommMonoid Int := inferInstance
instance instAddMonoid : AddMonoid Int := inferInstance
instance instAddCommSemigroup : AddCommSemigroup Int := inferInstance
instance instAddSemigroup : AddSemigroup Int := inferInstance
instance instAddCommMagma : AddCommMagma Int := inferInstance
instance instAddZeroClass : AddZeroClass Int := inferInstance
instance instIsCancelMulZero : IsCancelMulZero Int where
  mul_left_cancel_of_ne_zero ha h := Int.eq_of_mul_eq_mul_left ha h
  mul_right_cancel_of_ne_zero hb h := Int.eq_of_mul_eq_mul_right hb h
instance instNontrivial : Nontrivial Int := ⟨⟨0, 1, fun h => nomatch h⟩⟩
instance instIsDomain : IsDomain Int where
instance instNoZeroDivisors : NoZeroDivisors Int := ⟨Int.mul_eq_zero.mp⟩

instance instLinearOrder : LinearOrder Int where
  le_refl := Int.le_refl
  le_trans _ _ _ := Int.le_trans
  lt_iff_le_not_ge _ _ := Int.lt_iff_le_not_le
  le_antisymm _ _ := Int.le_antisymm
  le_total := Int.le_total
  toDecidableLE := Int.decLe
  toDecidableEq := Int.instDecidableEq
  toDecidableLT := Int.decLt
instance instPreorder : Preorder Int := inferInstance
instance instPartialOrder : PartialOrder Int := inferInstance

instance instIsStrictOrderedRing : IsStrictOrderedRing Int where
  add_le_add_left _ _ h c := Int.add_le_add_right h c
  le_of_add_le_add_left _ _ _ := Int.le_of_add_le_add_left
  zero_le_one := Int.one_nonneg
  mul_lt_mul_of_pos_left _ ha _ _ h := Int.mul_lt_mul_of_pos_left h ha
  mul_lt_mul_of_pos_right _ ha _ _ h := Int.mul_lt_mul_of_pos_right h ha
instance instIsOrderedRing : IsOrderedRing Int := inferInstance
instance instIsOrderedCancelAddMonoid : IsOrderedCancelAddMonoid Int := inferInstance
instance instIsOrderedAddMonoid : IsOrderedAddMonoid Int := inferInstance

end Int
