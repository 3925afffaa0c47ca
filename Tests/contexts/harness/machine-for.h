// The machine's part for tests that also run on a libc.
#pragma once
#include <stdint.h>
#include "machine.h"
