// The three floating types, for functions that are the same in each: FLOATING_TYPES(DEFINE) expands DEFINE(type, suffix) for all.
#pragma once
#define FLOATING_TYPES(define) define(float, f) define(double, ) define(long double, l)
#define JOIN_(name, suffix) name##suffix
#define JOIN(name, suffix) JOIN_(name, suffix)
