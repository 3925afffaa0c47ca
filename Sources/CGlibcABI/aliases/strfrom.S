// <stdlib.h>: strfrom under the names of the types _Float32 and its like.
#include "jump-alias.h"

alias strfromf32, strfromf
alias strfromf64, strfromd
alias strfromf32x, strfromd
alias strfromf64x, strfroml

end_of_aliases
