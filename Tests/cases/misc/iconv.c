// iconv: //TRANSLIT, //IGNORE, byte order marks, names, errors and small buffers
#include <iconv.h>
#include <stdio.h>
#include <string.h>
#include <errno.h>
static void t(const char*to,const char*from,const char*in,size_t n,size_t room){ iconv_t c=iconv_open(to,from); if(c==(iconv_t)-1){printf("%s<-%s open %s\n",to,from,strerror(errno));return;}
 char out[100]; char*ip=(char*)in,*op=out; size_t il=n,ol=room; errno=0; size_t r=iconv(c,&ip,&il,&op,&ol); printf("%s<-%s r %zd e %s in %zu out:",to,from,r,r==(size_t)-1?strerror(errno):"",n-il); for(char*p=out;p<op;p++)printf(" %02x",(unsigned char)*p); r=iconv(c,NULL,NULL,&op,&ol); printf(" | %zd %ld\n",r,(long)(op-out)); iconv_close(c);}
#define T(to,from,s) t(to,from,s,sizeof s-1,100)
int main(){
T("ASCII","UTF-8","a\303\251b"); T("ASCII//TRANSLIT","UTF-8","a\303\251b\342\200\234x\342\200\246\342\202\254\302\253"); T("ASCII//IGNORE","UTF-8","a\303\251b"); T("ASCII//TRANSLIT//IGNORE","UTF-8","a\303\251b"); T("ASCII//IGNORE","UTF-8","a\377b\303\251c"); T("UTF-8//IGNORE","UTF-8","a\377b"); T("UTF-8","UTF-8","a\377b");T("UTF-8","UTF-8","a\303");
T("UTF-16","UTF-8","ab"); T("UTF-16LE","UTF-8","ab"); T("UTF-16BE","UTF-8","a\360\237\230\200"); T("UTF-8","UTF-16","a\0b\0"); T("UTF-8","UTF-16","\376\377\0a"); T("UTF-8","UTF-16","\377\376a\0"); T("UTF-32","UTF-8","a"); T("UCS-2","UTF-8","a"); T("UCS-4","UTF-8","a"); T("UNICODE","UTF-8","a"); T("WCHAR_T","UTF-8","\303\251");
T("ANSI_X3.4-1968","UTF-8","ab"); T("646","UTF-8","ab"); T("","UTF-8","ab"); T("UTF-8","","ab"); T("nope","UTF-8","a"); T("UTF-8","nope","a"); T("latin1","utf8","\303\251\342\202\254"); T("ISO-8859-15","UTF-8","\342\202\254"); T("cp1252","UTF-8","\342\202\254"); T("UTF-8","CP1252","\200\201"); T("UTF-8","ASCII","a\200"); T("SHIFT_JIS","UTF-8","\343\201\202"); T("ISO-2022-JP","UTF-8","\343\201\202a"); T("UTF-8","ISO-2022-JP","\033$B$\"\033(Ba"); T("GB18030","UTF-8","\344\270\255"); T("EUC-KR","UTF-8","\355\225\234"); T("KOI8-R","UTF-8","\320\260"); T("ISO-8859-1//TRANSLIT","UTF-8","\342\202\254\302\253\357\254\201"); T("ascii//translit","UTF-8","\303\237\303\206"); T("UTF-8//TRANSLIT","LATIN1","\351"); T("CP437","UTF-8","\303\251"); T("IBM850","UTF-8","\303\251"); T("UTF8","LATIN-9","\244");T("UTF-16//TRANSLIT","UTF-8","a"); T("ASCII/TRANSLIT","UTF-8","a"); T("ASCII//","UTF-8","a"); T("UTF-8","UTF-8//IGNORE","a\377b");T("ASCII","UTF-8","\303\251\303\251");
for(int i=0;i<8;i++) t("UTF-16","UTF-8","abc",3,i); for(int i=0;i<5;i++) t("ASCII//TRANSLIT","UTF-8","\342\202\254",3,i);
}
