// Resource records as text: every type, well-formed and not, with a context, an origin and too little room; places on earth
// flags: -lresolv
#include <arpa/nameser.h>
#include <netinet/in.h>
#include <resolv.h>
#include <stdio.h>
#include <string.h>
#include <errno.h>
#include <sys/types.h>
int main(void){
 static const struct {int t; int n; const char*d;} r[]={{1,4,"\1\2\3\4"},{1,3,"\1\2\3"},{28,16,"0123456789abcdef"},{2,7,"\3foo\1x"},{2,5,"\3foo"},{6,0+4+4+20,"\2ns\0\2me\0\0\0\0\1\0\0\0\2\0\0\x0e\x10\0\1\x51\x80\0\0\0\5"},
 {15,6,"\0\12\2mx\0"},{16,9,"\3ab\"\4c\\de"},{13,8,"\3cpu\2os"},{33,11,"\0\1\0\2\0\3\3srv\0"},{11,7,"\1\2\3\4\6\x81\x40"},{17,10,"\1a\1b\0\1c\1d\0"},{35,24,"\0\1\0\2\1u\3sip\6!^.*$!\1x\0"},{20,9,"\3abc\4defg"},{19,4,"\3123"},{18,6,"\0\1\2af\0"},{26,9,"\0\1\1a\0\1b\0"},{22,7,"\x47\0\5\x80\0\1\2"},{29,16,"\0\x12\x16\x13\x89\x17\x2d\xd0\x70\xbe\x15\xf0\0\x98\x8d\x20"},{99,5,"hello"},{24,5,"hello"},{25,8,"\0\1\3\5abcd"},{10,3,"nul"},{37,9,"\0\1\0\2\5abcd"},{250,5,"abcde"},{14,8,"\1a\1b\0\1c\0"},{39,5,"\3dna"},{41,2,"ab"},{30,4,"\1a\0\2"}};
 for(int k=0;k<3;k++) for(unsigned i=0;i<sizeof r/sizeof*r;i++){ char b[600]=""; errno=0; int n=ns_sprintrrf((void*)r[i].d,r[i].n,"host.example.org",1,r[i].t,3600+k*90000,(void*)r[i].d,r[i].n,k==1?"host.example.org":NULL,k==2?"example.org":NULL,b,sizeof b); printf("%d %d %d [%s]\n",r[i].t,n,n<0?errno:0,n<0?"":b);} 
 char b[600]; for(int room=0;room<70;room+=room==15?18:3){ errno=0; memset(b,0,600); int n=ns_sprintrrf((void*)r[0].d,4,"h.example.org",1,1,60,(void*)r[0].d,4,NULL,NULL,b,room); printf("%d %d %d;",room,n,errno);} puts("");
 const char*nm[]={"",".","example.org","a.b.c.d.e.f.example.org.","averyveryveryverylongname.example.org"}; const char*or[]={NULL,"",".","org","example.org","example.org.","other"}; for(int i=0;i<5;i++)for(int j=0;j<7;j++){ int n=ns_sprintrrf((void*)r[3].d,7,nm[i],3,2,86400*8,(void*)r[3].d,7,NULL,or[j],b,600); printf("%s %s %d [%s]\n",nm[i],or[j]?or[j]:"-",n,n<0?"":b);} 
 static const char *const places[]={"42 21 54 N 71 06 18 W -24m 30m","42 21 43.952 N 71 5 6.344 W -24m 1m 200m","52 14 05 N 00 08 50 E 10m","-32 7 19 S 116 2 25 E 10m",
  "32 7 19 S 116 2 25 E 10m","10 N 20 W 0m","10 30 n 20 30 e +5.5m","71 06 18 W 42 21 54 N -24.25m 0.05m 12345.67m 90000000m","","42 N","42 N 43 S 5m","1 2 3.4 X 5 6 7 E 0m",
  "42 21 54.1234 N 71 06 18 W 428496.95m 1m","  1 N 2 E 3m","7 8 9 N 10 11 12 E -100000.00m 20m 0m 3m"};
 for(int i=0;i<15;i++){ unsigned char l[16]; memset(l,0xee,16); unsigned n=__loc_aton(places[i],l); printf("[%s] %u",places[i],n); for(unsigned k=0;k<n;k++) printf(" %02x",l[k]); printf(" %s\n",n?__loc_ntoa(l,NULL):""); }
 printf("%s\n",__loc_ntoa((const unsigned char*)"\1\0\0",b));
 /* A message that was parsed. */
 static const unsigned char m[]="\0\5\x81\x80\0\1\0\2\0\0\0\0\3www\7example\0\0\1\0\1\xc0\x0c\0\5\0\1\0\0\0\x3c\0\4\1a\xc0\x10\xc0\x29\0\1\0\1\0\0\0\x3c\0\4\1\2\3\4";
 ns_msg h; ns_rr rr; printf("%d\n",ns_initparse(m,sizeof m-1,&h)); for(int i=0;i<2;i++){ int e=ns_parserr(&h,ns_s_an,i,&rr); int n=e?-2:ns_sprintrr(&h,&rr,NULL,"example",b,600); printf("%d %d [%s]\n",e,n,n<0?"":b);} }
