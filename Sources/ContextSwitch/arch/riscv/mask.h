#pragma once
.macro forget_mask
.endm
