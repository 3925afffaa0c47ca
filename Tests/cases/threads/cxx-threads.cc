// C++ threads: thread_local destructors, call_once with exceptions, async, timed waits, recursive mutexes, exceptions between threads
// flags: -pthread
#include <chrono>
#include <condition_variable>
#include <future>
#include <iostream>
#include <mutex>
#include <shared_mutex>
#include <stdexcept>
#include <thread>
#include <vector>

struct Noisy {
  const char *name;
  explicit Noisy(const char *name) : name(name) { std::cout << "make " << name << '\n'; }
  ~Noisy() { std::cout << "drop " << name << '\n'; }
};
static thread_local Noisy first("first"), second("second");
static std::once_flag flag;
static std::recursive_mutex recursive;
static std::shared_timed_mutex shared;

int main()
{
  using namespace std::chrono_literals;
  std::thread([] { std::cout << first.name << '\n'; }).join();
  std::thread([] { std::cout << second.name << '\n'; static thread_local Noisy late("late"); }).join();
  int tries = 0;
  for (int i = 0; i < 3; i++)
    try { std::call_once(flag, [&] { if (++tries < 2) throw std::runtime_error("once"); std::cout << "ran\n"; }); }
    catch (const std::exception &e) { std::cout << "caught " << e.what() << '\n'; }
  std::cout << "tries " << tries << '\n';
  { std::lock_guard<std::recursive_mutex> a(recursive), b(recursive); std::cout << "twice\n"; }
  auto future = std::async(std::launch::async, []() -> int { throw std::logic_error("from async"); });
  try { future.get(); } catch (const std::exception &e) { std::cout << e.what() << '\n'; }
  std::mutex m; std::condition_variable cv; std::unique_lock<std::mutex> lock(m);
  auto begin = std::chrono::steady_clock::now();
  std::cout << "wait_for " << (cv.wait_for(lock, 50ms, [] { return false; })) << '\n';
  std::cout << "waited " << (std::chrono::steady_clock::now() - begin >= 50ms) << '\n';
  std::cout << "until " << (cv.wait_until(lock, std::chrono::system_clock::now() + 10ms) == std::cv_status::timeout) << '\n';
  shared.lock_shared();
  std::thread([] { std::cout << "try lock " << shared.try_lock_for(10ms) << " shared " << shared.try_lock_shared_for(10ms) << '\n'; shared.unlock_shared(); }).join();
  shared.unlock_shared();
  std::vector<std::thread> threads;
  long total = 0;
  for (int t = 0; t < 8; t++) threads.emplace_back([&] { for (int i = 0; i < 20000; i++) { std::lock_guard<std::recursive_mutex> l(recursive); total++; } });
  for (auto &t : threads) t.join();
  std::cout << total << '\n';
  std::promise<int> promise;
  std::thread([&] { promise.set_value_at_thread_exit(5); }).join();
  std::cout << promise.get_future().get() << '\n';
  std::cout << first.name << " in main\n";
  return 0;
}
