/** Whether somebody may do something; who is not known yet may not. The server decides again at each request. */
export const can = (me, permission) => (me?.can ?? []).includes(permission);

/** Whether somebody has a name here; else they look through a glass link. */
export const isPerson = ({ email }) => email !== undefined;

/** The pages among these that somebody may open. */
export const openTo = (me, pages) => pages.filter(({ needs }) => mayOpen(me, needs));

/** Whether somebody may open a page by what it needs: of several permissions one is enough. */
export const mayOpen = (me, needs) => needs === undefined || needs.split(' ').some((one) => can(me, one));

/** Whether an address is this page's, or that of a page below it. */
export const isAt = ({ address }, path) => path === address || path.startsWith(`${address}/`);

/** The companies a contact may look for; with one there is no choice, and staff look for none. */
export const choices = (me) => (can(me, 'companies.switch') && me.companies?.length > 1 ? me.companies : []);
