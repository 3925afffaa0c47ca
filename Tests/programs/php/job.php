<?php // Sorting, PCRE, JSON, dates, generators and fibers (their own stacks), SQLite, streams, hashing.
$a = []; for ($i = 1; $i <= 5000; $i++) $a[] = ($i * 7919) % 10007; sort($a); echo implode(',', array_slice($a, 0, 8)), ' ', array_sum($a), "\n";
preg_match_all('/(\d+)-(\w+)/', '12-ab 34-cd', $m); echo json_encode($m), "\n";
$f = new Fiber(function ($x) { for ($i = 0; $i < 3; $i++) { $x = Fiber::suspend($x * 2); } return 'done'; });
$v = $f->start(1); while (!$f->isTerminated()) { echo $v, ' '; $v = $f->resume($v + 1); } echo $f->getReturn(), "\n";
function g() { $r = yield 1; echo "got $r\n"; yield from [2, 3]; } $g = g(); echo $g->current(), "\n"; $g->send('x'); while ($g->valid()) { echo $g->current(), "\n"; $g->next(); }
echo date('Y-m-d H:i:s', 1e9), ' ', number_format(1234567.891, 2), ' ', sprintf('%05.1f|%-5s|%x', 3.14159, 'ab', 255), ' ', hash('sha256', 'abc'), ' ', crc32('x'), "\n";
$db = new SQLite3(':memory:'); $db->exec('CREATE TABLE t(a); INSERT INTO t VALUES(1),(2),(3)'); echo $db->querySingle('SELECT sum(a) FROM t'), "\n";
echo mb_strtoupper('straße é'), ' ', strrev('abc'), ' ', ucwords('hello world'), ' ', var_export(1.1 + 2.2, true), "\n"; setlocale(LC_ALL, 'C.UTF-8'); echo strtoupper('é'), ' ', md5(serialize([1, ['a' => null]])), "\n";
try { intdiv(1, 0); } catch (DivisionByZeroError $e) { echo get_class($e), "\n"; } echo file_put_contents('/tmp/x', 'abc'), ' ', file_get_contents('/tmp/x'), ' ', strlen(shell_exec('echo hi')), ' ', PHP_VERSION_ID > 80000 ? 'new' : 'old', "\n"; exit(4);
