// A library whose exceptions the program catches, with thread-local and static state of its own.
#include <stdexcept>
#include <string>

struct Failure : std::runtime_error { using std::runtime_error::runtime_error; };
thread_local int calls = 0;

int throwing(int n)
{
    static const std::string name = "library";
    ++calls;
    if (n % 2) throw std::out_of_range(name + " " + std::to_string(n));
    return calls;
}
void relay(void (*callback)()) { callback(); }
