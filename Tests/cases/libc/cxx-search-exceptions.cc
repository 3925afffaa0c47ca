// Exceptions and cancellation leave comparisons and actions of searches by destructors, and trees are whole afterwards
// flags: -pthread -fno-builtin
#include <cstdio>
#include <cstdlib>
#include <pthread.h>
#include <search.h>
#include <stdexcept>
#include <unistd.h>

struct Guard {
  const char *name;
  ~Guard() { std::printf("  ~%s\n", name); }
};
static int left;
static bool is_cancelled;
static void count_down()
{
  if (left == 0 || --left) return;
  Guard guard{"in the callback"};
  if (is_cancelled) pthread_cancel(pthread_self()), pthread_testcancel();
  throw std::runtime_error("enough");
}
static int compare(const void *a, const void *b) { count_down(); return *(const int *)a - *(const int *)b; }
static void act(const void *, VISIT, int) { count_down(); }
static void act_with(const void *, VISIT, void *) { count_down(); }
static int numbers[100];
static void *tree;
static void *(*const volatile search)(const void *, const void *, size_t, size_t, int (*)(const void *, const void *)) = bsearch;

static void use(int which)
{
  Guard guard{"around"};
  int key = 77, array[101];
  size_t count = 100;
  for (int i = 0; i < 100; i++) array[i] = i;
  left = 3;
  switch (which) {
  case 0: search(&key, array, 100, sizeof key, compare); break;
  case 1: lfind(&key, array, &count, sizeof key, compare); break;
  case 2: key = 1000, lsearch(&key, array, &count, sizeof key, compare); break;
  case 3: key = 1000, tsearch(&key, &tree, compare); break;
  case 4: tfind(&key, &tree, compare); break;
  case 5: tdelete(&key, &tree, compare); break;
  case 6: twalk(tree, act); break;
  case 7: twalk_r(tree, act_with, nullptr); break;
  }
  std::printf("  not reached\n");
}

static void *run(void *which) { use((int)(long)which); return nullptr; }
static int seen, last, wrong;
static void in_order(const void *node, VISIT visit, int)
{
  if (visit != postorder && visit != leaf) return;
  int number = **(const int *const *)node;
  wrong += number <= last;
  last = number, seen++;
}
static void show()
{
  seen = wrong = 0, last = -1;
  twalk(tree, in_order);
  std::printf("%d nodes, %d out of order\n", seen, wrong);
}

int main()
{
  for (int i = 0; i < 100; i++) numbers[i] = i * 37 % 100, tsearch(&numbers[i], &tree, compare);
  show();
  for (long which = 0; which < 8; which++) {
    std::printf("%ld\n", which);
    is_cancelled = false;
    try { use(which); } catch (std::exception &error) { std::printf("  %s\n", error.what()); }
    is_cancelled = true;
    pthread_t thread;
    void *result;
    pthread_create(&thread, nullptr, run, (void *)which);
    pthread_join(thread, &result);
    std::printf("  %s\n", result == PTHREAD_CANCELED ? "cancelled" : "returned");
  }
  left = 0;
  show();
  unsigned seed = 1;
  int *pool = new int[4096], present = 100;
  for (int i = 0; i < 4096; i++) pool[i] = i;
  for (int i = 0; i < 60000; i++) {
    seed = seed * 1103515245 + 12345;
    int *one = &pool[seed >> 16 & 4095];
    bool there = tfind(one, &tree, compare) != nullptr;
    if (seed & 1 << 15) wrong += there != (tdelete(one, &tree, compare) != nullptr), present -= there;
    else wrong += **(int **)tsearch(one, &tree, compare) != *one, present += !there;
    if (i % 20000 == 0) show();
  }
  int before = wrong;
  show();
  std::printf("%d wrong, as many as there should be: %d\n", before + wrong, seen == present);
  tdestroy(tree, [](void *) { seen--; });
  std::printf("%d left\n", seen);
}
