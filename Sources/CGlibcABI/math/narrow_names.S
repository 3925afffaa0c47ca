// <math.h>: narrowing arithmetic under the names of the types _Float32 and its like.
#include "jump-alias.h"

alias f32addf32x, fadd
alias f32addf64, fadd
alias f32addf64x, faddl
alias f32xaddf64x, daddl
alias f64addf64x, daddl
alias f32subf32x, fsub
alias f32subf64, fsub
alias f32subf64x, fsubl
alias f32xsubf64x, dsubl
alias f64subf64x, dsubl
alias f32mulf32x, fmul
alias f32mulf64, fmul
alias f32mulf64x, fmull
alias f32xmulf64x, dmull
alias f64mulf64x, dmull
alias f32divf32x, fdiv
alias f32divf64, fdiv
alias f32divf64x, fdivl
alias f32xdivf64x, ddivl
alias f64divf64x, ddivl
alias f32sqrtf32x, fsqrt
alias f32sqrtf64, fsqrt
alias f32sqrtf64x, fsqrtl
alias f32xsqrtf64x, dsqrtl
alias f64sqrtf64x, dsqrtl
alias f32fmaf32x, ffma
alias f32fmaf64, ffma
alias f32fmaf64x, ffmal
alias f32xfmaf64x, dfmal
alias f64fmaf64x, dfmal

end_of_aliases
