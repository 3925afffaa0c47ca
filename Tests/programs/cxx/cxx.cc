// What C++ programs lean on most: iostreams, exceptions, recursive mutexes, once flags, threads, locales, contexts.
#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <future>
#include <iomanip>
#include <iostream>
#include <locale>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <regex>
#include <sstream>
#include <thread>
#include <ucontext.h>
#include <vector>

int throwing(int n);
void relay(void (*callback)());

static std::recursive_mutex recursive;
static pthread_mutex_t native = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static std::once_flag once;
static ucontext_t outer, inner;
struct Trace { std::string name; ~Trace() { std::cout << "destroyed " << name << '\n'; } };
static thread_local Trace local{"thread local"};

static int depth(int n) { std::lock_guard<std::recursive_mutex> lock(recursive); return n ? 1 + depth(n - 1) : 0; }

static void in_context()
{
    try {
        Trace trace{"in context"};
        throwing(3);
    } catch (const std::exception &e) {
        std::cout << "caught in context: " << e.what() << '\n';
    }
}

int main()
{
    std::cout << std::fixed << std::setprecision(3) << 3.14159 << ' ' << std::hex << 255 << std::dec << ' ' << std::boolalpha << true << '\n';
    std::cout << depth(10) << ' ' << pthread_mutex_lock(&native) << pthread_mutex_lock(&native) << pthread_mutex_unlock(&native) << pthread_mutex_unlock(&native) << '\n';
    for (int i = 0; i < 4; i++)
        try { std::cout << "returned " << throwing(i) << '\n'; } catch (const std::out_of_range &e) { std::cout << "caught " << e.what() << '\n'; }
    try { relay([] { throw std::string("through the library"); }); } catch (const std::string &s) { std::cout << s << '\n'; }

    static char stack[256 * 1024];
    getcontext(&inner);
    inner.uc_stack.ss_sp = stack, inner.uc_stack.ss_size = sizeof stack, inner.uc_link = &outer;
    makecontext(&inner, in_context, 0);
    swapcontext(&outer, &inner);

    int calls = 0;
    std::vector<std::thread> threads;
    std::atomic<long> sum{0};
    for (int i = 0; i < 8; i++) threads.emplace_back([&, i] { std::call_once(once, [&] { calls++; }); for (int k = 0; k < 1000; k++) sum += k * i; });
    for (auto &t : threads) t.join();
    std::cout << "once " << calls << " sum " << sum << '\n';
    std::thread([] { std::cout << "in thread: " << local.name << '\n'; try { throwing(1); } catch (std::exception &) { std::cout << "caught in thread\n"; } }).join();
    std::cout << std::async(std::launch::async, [] { return 6 * 7; }).get() << '\n';
    auto broken = std::async(std::launch::async, []() -> int { throw std::logic_error("from a future"); });
    try { broken.get(); } catch (const std::logic_error &e) { std::cout << e.what() << '\n'; }

    std::smatch match;
    std::string text = "key=value; n=42";
    for (auto rest = text; std::regex_search(rest, match, std::regex("(\\w+)=(\\w+)")); rest = match.suffix()) std::cout << match[1] << " -> " << match[2] << '\n';
    std::mt19937 random(7);
    std::vector<int> numbers(1000);
    std::generate(numbers.begin(), numbers.end(), [&] { return random() % 1000; });
    std::sort(numbers.begin(), numbers.end());
    std::cout << numbers[0] << ' ' << numbers[500] << ' ' << numbers[999] << '\n';
    std::ofstream("/tmp/cxx.txt") << "a line\n" << 2.5 << '\n';
    std::ifstream in("/tmp/cxx.txt");
    std::string line; double number; std::getline(in, line); in >> number;
    std::cout << line << ' ' << number << ' ' << std::filesystem::file_size("/tmp/cxx.txt") << '\n';
    std::ostringstream out; out.imbue(std::locale::classic()); out << std::put_time(std::gmtime(std::make_unique<time_t>(86400).get()), "%Y-%m-%d %A");
    std::cout << out.str() << ' ' << std::use_facet<std::ctype<char>>(std::locale()).toupper('q') << std::isalpha('x', std::locale()) << '\n';
    try { std::locale none("no_SUCH"); } catch (const std::runtime_error &e) { std::cout << e.what() << '\n'; }
    std::wcout << L"" ; std::cout << std::stod("1e-3") << ' ' << std::to_string(1.5f) << '\n';
    std::condition_variable ready; std::mutex mutex; bool go = false;
    std::thread waiter([&] { std::unique_lock<std::mutex> lock(mutex); ready.wait(lock, [&] { return go; }); std::cout << "woken\n"; });
    { std::lock_guard<std::mutex> lock(mutex); go = true; } ready.notify_all(); waiter.join();
    std::unique_lock<std::timed_mutex> none; std::timed_mutex timed; timed.lock();
    std::cout << std::async(std::launch::async, [&] { return timed.try_lock_for(std::chrono::milliseconds(10)); }).get() << '\n';
    return 5;
}
