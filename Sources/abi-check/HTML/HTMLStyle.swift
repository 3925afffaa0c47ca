/// The page's style and script. They stand in the page itself and are named by their hashes in its content policy.
enum HTMLStyle {
  static let css = """
    :root{color-scheme:light dark;--bg:#fff;--card:#f6f7f9;--line:#d8dce3;--ink:#16191f;--dim:#5b6472;--link:#0b57d0;
    --fails:#b3261e;--risky:#a15c00;--runs:#176b37;--unknown:#69717d;--fails-bg:#fce8e6;--risky-bg:#fdf0d5;
    --runs-bg:#e2f4e8;--unknown-bg:#e9ebef;--p1:#2f6fde;--p2:#7b4fd0;--p3:#0f8a8a;--p4:#7f8ea3}
    @media(prefers-color-scheme:dark){:root{--bg:#12151a;--card:#1b2027;--line:#343c47;--ink:#e6e9ee;--dim:#9aa5b4;
    --link:#8ab4f8;--fails:#ff8b80;--risky:#f5b84d;--runs:#6fd694;--unknown:#a9b2bf;--fails-bg:#4a1f1c;
    --risky-bg:#41310f;--runs-bg:#163a24;--unknown-bg:#2c333d;--p1:#7aa7ff;--p2:#b594f5;--p3:#4fc7c7;--p4:#93a1b5}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
    header,main,footer{max-width:1180px;margin:0 auto;padding:0 24px}
    header{padding-top:28px}
    h1{font-size:26px;line-height:1.25;margin:0 0 8px;overflow-wrap:anywhere}
    h2{font-size:19px;margin:0 0 12px}h3{font-size:15px;margin:20px 0 8px}
    section{margin:28px 0;padding-top:20px;border-top:1px solid var(--line)}
    code{font:13px/1.4 ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
    h1 code{font-size:21px}
    a{color:var(--link)}.dim{color:var(--dim)}.lead{margin:0 0 12px;font-size:16px}
    .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .facts{display:flex;flex-wrap:wrap;gap:6px 28px;margin:12px 0 0}.facts div{display:flex;gap:8px;min-width:0}
    .facts dt{color:var(--dim)}.facts dd{margin:0;overflow-wrap:anywhere}
    .alert{padding:8px 12px;border-left:4px solid var(--risky);background:var(--risky-bg)}
    .badge,.severity,.known{display:inline-block;padding:1px 8px;border-radius:5px;font-weight:650;font-size:12px;
    letter-spacing:.02em;white-space:nowrap}
    h1 .badge{font-size:17px;padding:3px 12px;vertical-align:2px}
    .badge.fails,.severity.error{color:var(--fails);background:var(--fails-bg)}
    .badge.risky,.severity.warning{color:var(--risky);background:var(--risky-bg)}
    .badge.runs{color:var(--runs);background:var(--runs-bg)}
    .badge.unknown,.severity.note,.known{color:var(--unknown);background:var(--unknown-bg)}
    svg .fails{fill:var(--fails)}svg .risky{fill:var(--risky)}
    svg .runs{fill:var(--runs)}svg .unknown{fill:var(--unknown)}
    svg .p1{fill:var(--p1)}svg .p2{fill:var(--p2)}svg .p3{fill:var(--p3)}svg .p4{fill:var(--p4)}
    .picture{border-top:0;padding-top:4px;margin-top:16px}
    .bar{display:block;width:100%;height:36px;border-radius:8px}
    .legend{display:flex;flex-wrap:wrap;gap:4px 26px;list-style:none;margin:10px 0 0;padding:0}
    .swatch{display:inline-block;width:12px;height:12px;border-radius:3px;margin-right:7px;vertical-align:-1px}
    .swatch.fails{background:var(--fails)}.swatch.risky{background:var(--risky)}.swatch.runs{background:var(--runs)}
    .swatch.unknown{background:var(--unknown)}.swatch.p1{background:var(--p1)}.swatch.p2{background:var(--p2)}
    .swatch.p3{background:var(--p3)}.swatch.p4{background:var(--p4)}
    table{border-collapse:collapse;width:100%}
    th,td{text-align:left;vertical-align:top;padding:6px 12px 6px 0;border-bottom:1px solid var(--line)}
    thead th{color:var(--dim);font-weight:600;white-space:nowrap}
    .number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    .bars{width:auto}.bars th{font-weight:400}.bars th,.bars td{border:0;padding:2px 14px 2px 0;vertical-align:middle}
    .bars svg{display:block}
    #files th:nth-child(n+4):nth-child(-n+6){text-align:right}
    #files a{text-decoration:none}#files a:hover{text-decoration:underline}
    #files tbody tr:hover{background:var(--card)}
    #files thead th{position:sticky;top:0;background:var(--bg)}
    #files td:nth-child(2){min-width:260px}
    th button{all:unset;cursor:pointer;white-space:nowrap}th button:focus-visible{outline:2px solid var(--link)}
    th[aria-sort=ascending] button::after{content:" ▲"}th[aria-sort=descending] button::after{content:" ▼"}
    #controls{display:flex;flex-wrap:wrap;align-items:center;gap:8px 18px;margin:0 0 10px}
    #controls input[type=search]{flex:1 1 260px;max-width:420px;padding:7px 11px;font:inherit;color:inherit;
    background:var(--card);border:1px solid var(--line);border-radius:7px}
    details.rule,details.library{margin:0 0 10px;padding:10px 16px;border:1px solid var(--line);border-radius:9px;
    background:var(--card)}
    details.rule.error{border-left:4px solid var(--fails)}details.rule.warning{border-left:4px solid var(--risky)}
    summary{cursor:pointer}details p{max-width:80ch;margin:10px 0}
    .fix{padding-left:12px;border-left:3px solid var(--runs)}
    .names{table-layout:fixed}.names tr:last-child td{border-bottom:0}.names th:nth-child(2){width:64px}
    .names th:nth-child(3){width:84px}.names th:nth-child(4){width:34%}.rest>summary{margin:8px 0;color:var(--link)}
    .chips{display:flex;flex-wrap:wrap;gap:6px;list-style:none;margin:10px 0 2px;padding:0}
    .chips li{padding:1px 8px;border:1px solid var(--line);border-radius:6px;background:var(--bg)}
    .scroll{overflow:auto;max-height:70vh}
    .graph{display:block;max-width:100%;min-width:700px;height:auto}
    .graph.wide{max-width:none}
    .graph text{fill:var(--ink);font:12px ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace}
    .graph .node rect{fill:var(--card);stroke:var(--p4);stroke-width:1}
    .graph .node.program rect{stroke:var(--ink);stroke-width:1.5}
    .graph .node.missing rect,.graph .node.unfit rect{fill:var(--fails-bg);stroke:var(--fails);stroke-dasharray:4 3}
    .graph .node.libc rect{fill:var(--runs-bg);stroke:var(--runs)}
    .graph .node.fails rect{stroke:var(--fails)}.graph .node.risky rect{stroke:var(--risky)}
    .graph .node.runs rect{stroke:var(--runs)}
    .graph .edge{fill:none;stroke:var(--p4);stroke-width:1.2;opacity:.75}
    .graph .edge.missing,.graph .edge.unfit{fill:none;stroke:var(--fails);opacity:1}
    .graph .edge.libc{opacity:.4}
    .plain{margin:0;padding-left:20px}
    footer{padding-top:8px;padding-bottom:32px;color:var(--dim);font-size:13px}
    @media print{details:not([open])>*{display:block}.scroll{max-height:none;overflow:visible}#controls{display:none}}
    """

  /// Turns the headings into buttons that sort, and adds a field and boxes that hide rows.
  static let script = """
    "use strict";(function(){
    var table=document.getElementById("files"),box=document.getElementById("controls");if(!table||!box)return;
    var body=table.tBodies[0],rows=Array.prototype.slice.call(body.rows),heads=table.tHead.rows[0].cells;
    function key(row,i,number){var cell=row.cells[i];
    return number?+cell.getAttribute("data-key"):cell.textContent.toLowerCase()}
    Array.prototype.forEach.call(heads,function(head,i){
    var button=document.createElement("button"),number=head.getAttribute("data-kind")==="number";
    button.type="button";button.textContent=head.textContent;head.textContent="";head.appendChild(button);
    button.addEventListener("click",function(){
    var old=head.getAttribute("aria-sort"),down=old?old==="ascending":number&&i>0;
    Array.prototype.forEach.call(heads,function(other){other.removeAttribute("aria-sort")});
    head.setAttribute("aria-sort",down?"descending":"ascending");
    var keyed=rows.map(function(row,n){return{row:row,key:key(row,i,number),n:n}});
    keyed.sort(function(a,b){var order=a.key<b.key?-1:a.key>b.key?1:0;return(down?-order:order)||a.n-b.n});
    keyed.forEach(function(item){body.appendChild(item.row)})})});
    var field=document.createElement("input"),count=document.createElement("span"),hidden={};
    field.type="search";field.placeholder="Filter by path or rule";field.setAttribute("aria-label",field.placeholder);
    count.className="dim";count.setAttribute("role","status");box.appendChild(field);
    function show(){var words=field.value.toLowerCase().split(/\\s+/),shown=0;
    rows.forEach(function(row){var text=row.textContent.toLowerCase();
    var fits=!hidden[row.getAttribute("data-verdict")]&&words.every(function(word){return text.indexOf(word)>=0});
    row.hidden=!fits;if(fits)shown++});count.textContent=shown+" of "+rows.length+" files"}
    ["FAILS","RISKY","RUNS","UNKNOWN"].forEach(function(verdict){
    if(!rows.some(function(row){return row.getAttribute("data-verdict")===verdict}))return;
    var label=document.createElement("label"),check=document.createElement("input");
    check.type="checkbox";check.checked=true;label.appendChild(check);label.appendChild(
    document.createTextNode(" "+verdict));box.appendChild(label);
    check.addEventListener("change",function(){hidden[verdict]=!check.checked;show()})});
    box.appendChild(count);field.addEventListener("input",show);show()})();
    """
}
