// What C++ adds: classes, bases, virtual functions, templates, namespaces, references, pointers to members. The program
// prints what the compiler did; the places of bases are taken from pointers, which a constant of the object file cannot
// hold.
#include <cstddef>
#include <cstdio>
#include <string>
#include <utility>

namespace shapes {
struct Point { int x; char tag; };
class Base {
public:
    virtual ~Base() = default;
    static int counted;
    short weight;
    Point &where;
    int Point::*member = nullptr;
    void (Base::*call)() = nullptr;
    Base() : weight(0), where(*new Point) {}
    struct Inner { char c; long double wide; };
    class Later;
};
int Base::counted;
class Base::Later { public: short s; int i; };
struct Other { char small; double d; };
class Derived : public Base, public Other { public: char extra; Inner inner; decltype(nullptr) none; };
struct Left : virtual Point { int l; };
struct Right : virtual Point { int r; };
struct Diamond : Left, Right { char end; };
template <typename A, typename B> struct Pair { A first; B second; };
struct Empty {};
struct HoldsEmpty : Empty { char c; };
enum class Colour : unsigned char { red };
inline namespace v2 { struct Versioned { Colour c; long l; }; }
}
using namespace shapes;
Derived derived; Diamond diamond; Pair<int, char> pair; HoldsEmpty holds; Versioned versioned; Base::Later later;
Pair<Pair<char, double>, bool> deep;
std::string text;
std::pair<int, char> standard;

#define FACTS(text, ...) printf("size %s %zu\nalign %s %zu\n", text, sizeof(__VA_ARGS__), text, alignof(__VA_ARGS__))
#define PLACE(text, object, path) \
    printf("at %s.%s %zu\n", text, #path, (size_t)((char *)&(object).path - (char *)&(object)))
#define BASE(text, object, base) \
    printf("at %s.<%s> %zu\n", text, #base, (size_t)((char *)static_cast<base *>(&(object)) - (char *)&(object)))
int main() {
    Base &base = derived;
    FACTS("shapes::Base", Base); PLACE("shapes::Base", base, weight); PLACE("shapes::Base", base, member);
    PLACE("shapes::Base", base, call);
    FACTS("shapes::Base::Inner", Base::Inner); FACTS("class shapes::Base::Later", Base::Later);
    PLACE("class shapes::Base::Later", later, i);
    FACTS("shapes::Derived", Derived); BASE("shapes::Derived", derived, Base); BASE("shapes::Derived", derived, Other);
    PLACE("shapes::Derived", derived, extra); PLACE("shapes::Derived", derived, inner);
    PLACE("shapes::Derived", derived, none);
    FACTS("shapes::Diamond", Diamond); BASE("shapes::Diamond", diamond, Left); BASE("shapes::Diamond", diamond, Right);
    PLACE("shapes::Diamond", diamond, end);
    FACTS("shapes::Pair<int, char>", Pair<int, char>); PLACE("shapes::Pair<int, char>", pair, second);
    FACTS("shapes::Pair<shapes::Pair<char, double>, bool>", Pair<Pair<char, double>, bool>);
    PLACE("shapes::Pair<shapes::Pair<char, double>, bool>", deep, second);
    FACTS("shapes::HoldsEmpty", HoldsEmpty); BASE("shapes::HoldsEmpty", holds, Empty);
    PLACE("shapes::HoldsEmpty", holds, c);
    FACTS("shapes::v2::Versioned", Versioned); PLACE("shapes::v2::Versioned", versioned, l);
    FACTS("enum shapes::Colour", Colour);
    FACTS("std::pair<int, char>", std::pair<int, char>); PLACE("std::pair<int, char>", standard, second);
}
