import { html, nothing } from 'lit';
import { contribute } from '../../base/places.js';
import { t } from '../../base/words.js';

const LINKS = {
  meeting: (number) => html`<a href="/meetings/${number}">${t('meeting.see-agenda')}</a>`,
  'meeting-series': () => html`<a href="/meetings">${t('meeting.see-series')}</a>`,
};

contribute('occasion', ({ kind, number }) => LINKS[kind]?.(number) ?? nothing);
