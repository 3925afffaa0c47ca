// <stdbit.h>: the functions behind C23's type-generic macros on bits, for each of the five unsigned types. Source: C23 7.18.
//
// A place is counted from 1; 0 says that there is no such bit.

private func place<T: FixedWidthInteger>(_ distance: Int, of x: T) -> Int { distance == T.bitWidth ? 0 : distance + 1 }
private func width<T: FixedWidthInteger>(_ x: T) -> Int { T.bitWidth - x.leadingZeroBitCount }

/// The largest power of two that is not above x; 0 for 0.
private func floorOfBits<T: FixedWidthInteger>(_ x: T) -> T { x == 0 ? 0 : 1 << (width(x) - 1) }

/// The smallest power of two that is not below x; 0 where the type has none.
private func ceilingOfBits<T: FixedWidthInteger>(_ x: T) -> T { x <= 1 ? 1 : 1 << width(x - 1) }

@c(stdc_leading_zeros_uc) public func leadingZerosUC(_ x: UInt8) -> CUnsignedInt { CUnsignedInt(x.leadingZeroBitCount) }
@c(stdc_leading_zeros_us) public func leadingZerosUS(_ x: UInt16) -> CUnsignedInt { CUnsignedInt(x.leadingZeroBitCount) }
@c(stdc_leading_zeros_ui) public func leadingZerosUI(_ x: UInt32) -> CUnsignedInt { CUnsignedInt(x.leadingZeroBitCount) }
@c(stdc_leading_zeros_ul) public func leadingZerosUL(_ x: UInt) -> CUnsignedInt { CUnsignedInt(x.leadingZeroBitCount) }
@c(stdc_leading_zeros_ull) public func leadingZerosULL(_ x: UInt64) -> CUnsignedInt { CUnsignedInt(x.leadingZeroBitCount) }

@c(stdc_leading_ones_uc) public func leadingOnesUC(_ x: UInt8) -> CUnsignedInt { CUnsignedInt((~x).leadingZeroBitCount) }
@c(stdc_leading_ones_us) public func leadingOnesUS(_ x: UInt16) -> CUnsignedInt { CUnsignedInt((~x).leadingZeroBitCount) }
@c(stdc_leading_ones_ui) public func leadingOnesUI(_ x: UInt32) -> CUnsignedInt { CUnsignedInt((~x).leadingZeroBitCount) }
@c(stdc_leading_ones_ul) public func leadingOnesUL(_ x: UInt) -> CUnsignedInt { CUnsignedInt((~x).leadingZeroBitCount) }
@c(stdc_leading_ones_ull) public func leadingOnesULL(_ x: UInt64) -> CUnsignedInt { CUnsignedInt((~x).leadingZeroBitCount) }

@c(stdc_trailing_zeros_uc) public func trailingZerosUC(_ x: UInt8) -> CUnsignedInt { CUnsignedInt(x.trailingZeroBitCount) }
@c(stdc_trailing_zeros_us) public func trailingZerosUS(_ x: UInt16) -> CUnsignedInt { CUnsignedInt(x.trailingZeroBitCount) }
@c(stdc_trailing_zeros_ui) public func trailingZerosUI(_ x: UInt32) -> CUnsignedInt { CUnsignedInt(x.trailingZeroBitCount) }
@c(stdc_trailing_zeros_ul) public func trailingZerosUL(_ x: UInt) -> CUnsignedInt { CUnsignedInt(x.trailingZeroBitCount) }
@c(stdc_trailing_zeros_ull) public func trailingZerosULL(_ x: UInt64) -> CUnsignedInt { CUnsignedInt(x.trailingZeroBitCount) }

@c(stdc_trailing_ones_uc) public func trailingOnesUC(_ x: UInt8) -> CUnsignedInt { CUnsignedInt((~x).trailingZeroBitCount) }
@c(stdc_trailing_ones_us) public func trailingOnesUS(_ x: UInt16) -> CUnsignedInt { CUnsignedInt((~x).trailingZeroBitCount) }
@c(stdc_trailing_ones_ui) public func trailingOnesUI(_ x: UInt32) -> CUnsignedInt { CUnsignedInt((~x).trailingZeroBitCount) }
@c(stdc_trailing_ones_ul) public func trailingOnesUL(_ x: UInt) -> CUnsignedInt { CUnsignedInt((~x).trailingZeroBitCount) }
@c(stdc_trailing_ones_ull) public func trailingOnesULL(_ x: UInt64) -> CUnsignedInt { CUnsignedInt((~x).trailingZeroBitCount) }

@c(stdc_first_leading_zero_uc) public func firstLeadingZeroUC(_ x: UInt8) -> CUnsignedInt { CUnsignedInt(place((~x).leadingZeroBitCount, of: x)) }
@c(stdc_first_leading_zero_us) public func firstLeadingZeroUS(_ x: UInt16) -> CUnsignedInt { CUnsignedInt(place((~x).leadingZeroBitCount, of: x)) }
@c(stdc_first_leading_zero_ui) public func firstLeadingZeroUI(_ x: UInt32) -> CUnsignedInt { CUnsignedInt(place((~x).leadingZeroBitCount, of: x)) }
@c(stdc_first_leading_zero_ul) public func firstLeadingZeroUL(_ x: UInt) -> CUnsignedInt { CUnsignedInt(place((~x).leadingZeroBitCount, of: x)) }
@c(stdc_first_leading_zero_ull) public func firstLeadingZeroULL(_ x: UInt64) -> CUnsignedInt { CUnsignedInt(place((~x).leadingZeroBitCount, of: x)) }

@c(stdc_first_leading_one_uc) public func firstLeadingOneUC(_ x: UInt8) -> CUnsignedInt { CUnsignedInt(place(x.leadingZeroBitCount, of: x)) }
@c(stdc_first_leading_one_us) public func firstLeadingOneUS(_ x: UInt16) -> CUnsignedInt { CUnsignedInt(place(x.leadingZeroBitCount, of: x)) }
@c(stdc_first_leading_one_ui) public func firstLeadingOneUI(_ x: UInt32) -> CUnsignedInt { CUnsignedInt(place(x.leadingZeroBitCount, of: x)) }
@c(stdc_first_leading_one_ul) public func firstLeadingOneUL(_ x: UInt) -> CUnsignedInt { CUnsignedInt(place(x.leadingZeroBitCount, of: x)) }
@c(stdc_first_leading_one_ull) public func firstLeadingOneULL(_ x: UInt64) -> CUnsignedInt { CUnsignedInt(place(x.leadingZeroBitCount, of: x)) }

@c(stdc_first_trailing_zero_uc) public func firstTrailingZeroUC(_ x: UInt8) -> CUnsignedInt { CUnsignedInt(place((~x).trailingZeroBitCount, of: x)) }
@c(stdc_first_trailing_zero_us) public func firstTrailingZeroUS(_ x: UInt16) -> CUnsignedInt { CUnsignedInt(place((~x).trailingZeroBitCount, of: x)) }
@c(stdc_first_trailing_zero_ui) public func firstTrailingZeroUI(_ x: UInt32) -> CUnsignedInt { CUnsignedInt(place((~x).trailingZeroBitCount, of: x)) }
@c(stdc_first_trailing_zero_ul) public func firstTrailingZeroUL(_ x: UInt) -> CUnsignedInt { CUnsignedInt(place((~x).trailingZeroBitCount, of: x)) }
@c(stdc_first_trailing_zero_ull) public func firstTrailingZeroULL(_ x: UInt64) -> CUnsignedInt { CUnsignedInt(place((~x).trailingZeroBitCount, of: x)) }

@c(stdc_first_trailing_one_uc) public func firstTrailingOneUC(_ x: UInt8) -> CUnsignedInt { CUnsignedInt(place(x.trailingZeroBitCount, of: x)) }
@c(stdc_first_trailing_one_us) public func firstTrailingOneUS(_ x: UInt16) -> CUnsignedInt { CUnsignedInt(place(x.trailingZeroBitCount, of: x)) }
@c(stdc_first_trailing_one_ui) public func firstTrailingOneUI(_ x: UInt32) -> CUnsignedInt { CUnsignedInt(place(x.trailingZeroBitCount, of: x)) }
@c(stdc_first_trailing_one_ul) public func firstTrailingOneUL(_ x: UInt) -> CUnsignedInt { CUnsignedInt(place(x.trailingZeroBitCount, of: x)) }
@c(stdc_first_trailing_one_ull) public func firstTrailingOneULL(_ x: UInt64) -> CUnsignedInt { CUnsignedInt(place(x.trailingZeroBitCount, of: x)) }

@c(stdc_count_zeros_uc) public func countZerosUC(_ x: UInt8) -> CUnsignedInt { CUnsignedInt((~x).nonzeroBitCount) }
@c(stdc_count_zeros_us) public func countZerosUS(_ x: UInt16) -> CUnsignedInt { CUnsignedInt((~x).nonzeroBitCount) }
@c(stdc_count_zeros_ui) public func countZerosUI(_ x: UInt32) -> CUnsignedInt { CUnsignedInt((~x).nonzeroBitCount) }
@c(stdc_count_zeros_ul) public func countZerosUL(_ x: UInt) -> CUnsignedInt { CUnsignedInt((~x).nonzeroBitCount) }
@c(stdc_count_zeros_ull) public func countZerosULL(_ x: UInt64) -> CUnsignedInt { CUnsignedInt((~x).nonzeroBitCount) }

@c(stdc_count_ones_uc) public func countOnesUC(_ x: UInt8) -> CUnsignedInt { CUnsignedInt(x.nonzeroBitCount) }
@c(stdc_count_ones_us) public func countOnesUS(_ x: UInt16) -> CUnsignedInt { CUnsignedInt(x.nonzeroBitCount) }
@c(stdc_count_ones_ui) public func countOnesUI(_ x: UInt32) -> CUnsignedInt { CUnsignedInt(x.nonzeroBitCount) }
@c(stdc_count_ones_ul) public func countOnesUL(_ x: UInt) -> CUnsignedInt { CUnsignedInt(x.nonzeroBitCount) }
@c(stdc_count_ones_ull) public func countOnesULL(_ x: UInt64) -> CUnsignedInt { CUnsignedInt(x.nonzeroBitCount) }

@c(stdc_bit_width_uc) public func bitWidthUC(_ x: UInt8) -> CUnsignedInt { CUnsignedInt(width(x)) }
@c(stdc_bit_width_us) public func bitWidthUS(_ x: UInt16) -> CUnsignedInt { CUnsignedInt(width(x)) }
@c(stdc_bit_width_ui) public func bitWidthUI(_ x: UInt32) -> CUnsignedInt { CUnsignedInt(width(x)) }
@c(stdc_bit_width_ul) public func bitWidthUL(_ x: UInt) -> CUnsignedInt { CUnsignedInt(width(x)) }
@c(stdc_bit_width_ull) public func bitWidthULL(_ x: UInt64) -> CUnsignedInt { CUnsignedInt(width(x)) }

@c(stdc_bit_floor_uc) public func bitFloorUC(_ x: UInt8) -> UInt8 { floorOfBits(x) }
@c(stdc_bit_floor_us) public func bitFloorUS(_ x: UInt16) -> UInt16 { floorOfBits(x) }
@c(stdc_bit_floor_ui) public func bitFloorUI(_ x: UInt32) -> UInt32 { floorOfBits(x) }
@c(stdc_bit_floor_ul) public func bitFloorUL(_ x: UInt) -> UInt { floorOfBits(x) }
@c(stdc_bit_floor_ull) public func bitFloorULL(_ x: UInt64) -> UInt64 { floorOfBits(x) }

@c(stdc_bit_ceil_uc) public func bitCeilingUC(_ x: UInt8) -> UInt8 { ceilingOfBits(x) }
@c(stdc_bit_ceil_us) public func bitCeilingUS(_ x: UInt16) -> UInt16 { ceilingOfBits(x) }
@c(stdc_bit_ceil_ui) public func bitCeilingUI(_ x: UInt32) -> UInt32 { ceilingOfBits(x) }
@c(stdc_bit_ceil_ul) public func bitCeilingUL(_ x: UInt) -> UInt { ceilingOfBits(x) }
@c(stdc_bit_ceil_ull) public func bitCeilingULL(_ x: UInt64) -> UInt64 { ceilingOfBits(x) }

@c(stdc_has_single_bit_uc) public func hasSingleBitUC(_ x: UInt8) -> Bool { x.nonzeroBitCount == 1 }
@c(stdc_has_single_bit_us) public func hasSingleBitUS(_ x: UInt16) -> Bool { x.nonzeroBitCount == 1 }
@c(stdc_has_single_bit_ui) public func hasSingleBitUI(_ x: UInt32) -> Bool { x.nonzeroBitCount == 1 }
@c(stdc_has_single_bit_ul) public func hasSingleBitUL(_ x: UInt) -> Bool { x.nonzeroBitCount == 1 }
@c(stdc_has_single_bit_ull) public func hasSingleBitULL(_ x: UInt64) -> Bool { x.nonzeroBitCount == 1 }
