import { html, nothing } from 'lit';
import { contribute } from '../../base/places.js';
import { t } from '../../base/words.js';

contribute('occasion', ({ kind, number }) =>
  kind === 'meeting' ? html`<a href="/meetings/${number}">${t('meeting.see-agenda')}</a>` : nothing,
);
