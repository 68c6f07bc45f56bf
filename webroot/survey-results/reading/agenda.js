/** What is offered of an agenda for a theme: only whoever keeps meetings puts it on one, and only once. */
export function agendaFor({ meeting }, meetings, keepsMeetings) {
  if (meeting) {
    return 'is-on-one';
  }
  if (!keepsMeetings) {
    return 'nothing';
  }
  return meetings.length > 0 ? 'can-be-put' : 'no-meeting';
}
