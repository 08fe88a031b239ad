/-
Characters and strings: they are compared by deciding, and strings have a length and are joined.
-/
prelude
import Lemmata.Configuration
import Lemmata.ListFacts
set_option autoImplicit false
set_option interpreter.prefer_native true

/-! ## Characters -/

theorem UInt32.toNat_inj' {a b : UInt32} (h : a.toBitVec.toFin.val = b.toBitVec.toFin.val) : a = b :=
  match a, b, h with
  | ⟨⟨⟨_, _⟩⟩⟩, ⟨⟨⟨_, _⟩⟩⟩, rfl => rfl
@[extern "lean_uint32_dec_eq"] protected def UInt32.decEq (a b : UInt32) : Decidable (a = b) :=
  decidable_of_iff (a.toBitVec.toFin.val = b.toBitVec.toFin.val) ⟨toNat_inj', fun h => h ▸ rfl⟩
instance instDecidableEqUInt32 : DecidableEq UInt32 := UInt32.decEq
namespace Char
theorem ext {a b : Char} (h : a.val = b.val) : a = b :=
  match a, b, h with
  | ⟨_, _⟩, ⟨_, _⟩, rfl => rfl
end Char
instance Char.instInhabited : Inhabited Char := ⟨'A'⟩
instance instDecidableEqChar : DecidableEq Char := fun a b =>
  match decEq a.val b.val with
  | isTrue h => isTrue (Char.ext h)
  | isFalse h => isFalse fun e => h (congrArg Char.val e)

/-! ## Strings -/

namespace String

theorem ext {s t : String} (h : s.toList = t.toList) : s = t :=
  match s, t, h with
  | ⟨_⟩, ⟨_⟩, rfl => rfl
theorem toList_inj {s t : String} : s.toList = t.toList ↔ s = t := ⟨ext, congrArg toList⟩
@[extern "lean_string_dec_eq"] protected def decEq (s t : String) : Decidable (s = t) :=
  match (inferInstance : Decidable (s.toList = t.toList)) with
  | isTrue h => isTrue (ext h)
  | isFalse h => isFalse fun e => h (congrArg toList e)
/-- The number of characters. -/
@[extern "lean_string_length"] def length (s : String) : Nat := s.toList.length
/-- `s ++ t` is `t` behind `s`. -/
@[extern "lean_string_append"] def append (s t : String) : String := ofList (s.toList ++ t.toList)
instance _root_.instAppendString : Append String := ⟨append⟩
instance : Inhabited String := ⟨""⟩

@[simp] theorem toList_append {s t : String} : (s ++ t).toList = s.toList ++ t.toList := rfl
@[simp] theorem length_append (s t : String) : (s ++ t).length = s.length + t.length := List.length_append
theorem append_assoc {s t r : String} : s ++ t ++ r = s ++ (t ++ r) := ext (List.append_assoc _ _ _)
@[simp] theorem append_empty {s : String} : s ++ "" = s := ext (List.append_nil _)
@[simp] theorem empty_append {s : String} : "" ++ s = s := rfl
@[simp] theorem length_empty : "".length = 0 := rfl
theorem length_toList {s : String} : s.toList.length = s.length := rfl

end String
instance instDecidableEqString : DecidableEq String := String.decEq
