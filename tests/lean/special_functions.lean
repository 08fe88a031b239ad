/-
The functions that the kernel computes by name, each again by the library's definition and under a name that the
kernel does not know; and a way to compare both at many places, with a sum that can be computed elsewhere.

`Nat.succ` has no definition: it is compared with counting up from one.
-/

def succAgain : Nat → Nat
  | 0 => 1
  | n + 1 => (succAgain n).succ
def predAgain : Nat → Nat
  | 0 => 0
  | n + 1 => n
def addAgain : Nat → Nat → Nat
  | n, 0 => n
  | n, m + 1 => (addAgain n m).succ
def subAgain : Nat → Nat → Nat
  | n, 0 => n
  | n, m + 1 => (subAgain n m).pred
def mulAgain : Nat → Nat → Nat
  | _, 0 => 0
  | n, m + 1 => mulAgain n m + n
def powAgain : Nat → Nat → Nat
  | _, 0 => 1
  | n, m + 1 => powAgain n m * n
def beqAgain : Nat → Nat → Bool
  | 0, 0 => true
  | 0, _ + 1 => false
  | _ + 1, 0 => false
  | n + 1, m + 1 => beqAgain n m
def bleAgain : Nat → Nat → Bool
  | 0, _ => true
  | _ + 1, 0 => false
  | n + 1, m + 1 => bleAgain n m
def divAgain (n m : Nat) : Nat := if m = 0 then 0 else Lemmata.divFuel n n m
def modAgain (n m : Nat) : Nat := if m = 0 then n else Lemmata.modFuel n n m
def gcdAgain (n m : Nat) : Nat := Lemmata.gcdFuel n n m
def log2Again (n : Nat) : Nat := Lemmata.log2Fuel n n
def landAgain (n m : Nat) : Nat := Lemmata.bitwiseFuel Bool.and n n m
def lorAgain (n m : Nat) : Nat := Lemmata.bitwiseFuel Bool.or n n m
def xorAgain (n m : Nat) : Nat := Lemmata.bitwiseFuel (fun a b => !decide (a = b)) n n m
def shiftLeftAgain : Nat → Nat → Nat
  | n, 0 => n
  | n, m + 1 => shiftLeftAgain (2 * n) m
def shiftRightAgain : Nat → Nat → Nat
  | n, 0 => n
  | n, m + 1 => shiftRightAgain n m / 2

set_option smartUnfolding false in
theorem same_pred : Nat.pred = predAgain := rfl
set_option smartUnfolding false in
theorem same_add : Nat.add = addAgain := rfl
set_option smartUnfolding false in
theorem same_sub : Nat.sub = subAgain := rfl
set_option smartUnfolding false in
theorem same_mul : Nat.mul = mulAgain := rfl
set_option smartUnfolding false in
theorem same_pow : Nat.pow = powAgain := rfl
set_option smartUnfolding false in
theorem same_beq : Nat.beq = beqAgain := rfl
set_option smartUnfolding false in
theorem same_ble : Nat.ble = bleAgain := rfl
set_option smartUnfolding false in
theorem same_div : Nat.div = divAgain := rfl
set_option smartUnfolding false in
theorem same_mod : Nat.mod = modAgain := rfl
set_option smartUnfolding false in
theorem same_gcd : Nat.gcd = gcdAgain := rfl
set_option smartUnfolding false in
theorem same_log2 : Nat.log2 = log2Again := rfl
set_option smartUnfolding false in
theorem same_land : Nat.land = landAgain := rfl
set_option smartUnfolding false in
theorem same_lor : Nat.lor = lorAgain := rfl
set_option smartUnfolding false in
theorem same_xor : Nat.xor = xorAgain := rfl
set_option smartUnfolding false in
theorem same_shiftLeft : Nat.shiftLeft = shiftLeftAgain := rfl
set_option smartUnfolding false in
theorem same_shiftRight : Nat.shiftRight = shiftRightAgain := rfl

/-- `f n`, where the kernel computes `n` first. -/
noncomputable def computed (n : Nat) (f : Nat → Nat) : Nat :=
  Nat.rec (motive := fun _ => Nat) (f 0) (fun k _ => f k) (Nat.succ n)
/-- The next of a row of numbers that look random; `draws` in the test makes the same row. -/
def next (s : Nat) : Nat := Nat.mod (Nat.add (Nat.mul s 6364136223846793005) 1442695040888963407) 18446744073709551616
/--
A number that depends on the values of `g` at `count` places behind `s`; 0 if `f` differs at one of them.

The first argument is below `first` and the second below `second`. The recursor and functions without notation
make the kernel's way short: this runs ten thousand times for each function.
-/
noncomputable def summary (f g : Nat → Nat → Nat) (first second count : Nat) : (s sum : Nat) → Nat :=
  Nat.rec (motive := fun _ => Nat → Nat → Nat) (fun _ sum => sum)
    (fun _ again s sum =>
      computed (next s) fun s =>
      computed (Nat.mod (Nat.shiftRight s 32) first) fun n =>
      computed (Nat.mod (Nat.shiftRight s 16) second) fun m =>
      computed (g n m) fun value =>
      Bool.rec (motive := fun _ => Nat) 0
        (computed (Nat.mod (Nat.add (Nat.mul sum 31) (Nat.succ value)) 2305843009213693951) fun sum => again s sum)
        (Nat.beq (f n m) value))
    count
