// A program that does nothing: what it takes is its start.
int main(void) { return 0; }
