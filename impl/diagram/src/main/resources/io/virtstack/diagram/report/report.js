'use strict';
(() => {
  const key = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.order === undefined ? cell.textContent : BigInt(cell.dataset.order);
  };
  const compare = (one, other) => {
    if (typeof one !== typeof other) {
      return typeof one === 'bigint' ? 1 : -1;
    }
    return one > other ? 1 : other > one ? -1 : 0;
  };
  const sort = (table, head, column) => {
    const descending = head.getAttribute('aria-sort') === 'ascending'
      || (head.getAttribute('aria-sort') === null ? head.classList.contains('number') : false);
    for (const other of table.tHead.rows[0].cells) {
      other.removeAttribute('aria-sort');
    }
    head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    const body = table.tBodies[0];
    const rows = Array.from(body.rows, row => ({ row, key: key(row, column) }));
    rows.sort((one, other) => descending ? compare(other.key, one.key) : compare(one.key, other.key));
    body.append(...rows.map(({ row }) => row));
  };
  for (const table of document.querySelectorAll('table.sortable')) {
    Array.from(table.tHead.rows[0].cells).forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      button.addEventListener('click', () => sort(table, head, column));
      head.append(button);
    });
  }
  const opened = [];
  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('details:not([open])')) {
      details.open = true;
      opened.push(details);
    }
  });
  addEventListener('afterprint', () => opened.splice(0).forEach(details => { details.open = false; }));
})();
