// A glibc-built libstdc++ finds its tables in the locale objects: named locales, facets, wide streams, money, time
#include <ctime>
#include <iomanip>
#include <iostream>
#include <locale>
#include <sstream>
#include <string>

static void facets(const std::locale &loc)
{
  auto &narrow = std::use_facet<std::ctype<char>>(loc);
  auto &wide = std::use_facet<std::ctype<wchar_t>>(loc);
  std::cout << loc.name() << ' ' << narrow.is(std::ctype_base::alpha, 'x') << narrow.is(std::ctype_base::digit, 'x')
            << narrow.toupper('q') << narrow.tolower('Q') << ' ' << wide.is(std::ctype_base::upper, L'X') << wide.is(std::ctype_base::space, L'X')
            << (char)wide.toupper(L'q') << ' ' << (char)std::use_facet<std::numpunct<wchar_t>>(loc).decimal_point()
            << std::use_facet<std::numpunct<char>>(loc).truename() << ' ' << std::use_facet<std::moneypunct<char>>(loc).frac_digits()
            << (std::use_facet<std::collate<char>>(loc).compare("a", "a" + 1, "b", "b" + 1)) << '\n';
  std::ostringstream out;
  out.imbue(loc);
  std::tm tm{};
  tm.tm_year = 99; tm.tm_mon = 11; tm.tm_mday = 31; tm.tm_wday = 5;
  out << std::put_time(&tm, "%A %d %B %Y %x %X") << ' ' << 1234567.5 << ' ' << std::boolalpha << true << ' ' << std::put_money(12345);
  std::cout << out.str() << '\n';
  std::wostringstream wout;
  wout.imbue(loc);
  wout << std::put_time(&tm, L"%a %b") << L' ' << 3.25;
  for (wchar_t c : wout.str()) std::cout << (char)c;
  std::cout << '\n';
}

int main()
{
  facets(std::locale::classic());
  facets(std::locale("C"));
  facets(std::locale("POSIX"));
  facets(std::locale("C.UTF-8"));
  facets(std::locale(std::locale::classic(), "C.UTF-8", std::locale::ctype));
  try { std::locale bad("xx_XX.UTF-8"); std::cout << "made\n"; } catch (const std::exception &e) { std::cout << e.what() << '\n'; }
  std::locale::global(std::locale("C.UTF-8"));
  std::cout << std::locale().name() << '\n';
  std::istringstream in("42 3.5 word");
  int i; double d; std::string s;
  in >> i >> d >> s;
  std::cout << i << ' ' << d << ' ' << s << '\n';
  return 0;
}
