/**
 * What the server put into the HTML: the menu, what the page needs, and, where it was known, who
 * looks and what the page watches first.
 */
export const given = JSON.parse(document.getElementById('given').textContent);
