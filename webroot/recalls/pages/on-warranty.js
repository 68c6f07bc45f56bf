import { html } from 'lit';
import { contribute } from '../../base/places.js';
import { goLive } from '../../base/start.js';
import '../elements/piece-recalls.js';

const open = new EventTarget();

goLive().watch('recall-notices', ({ page, gone }) => {
  open.notices = gone ? [] : Object.values(page.notices ?? {});
  open.dispatchEvent(new Event('changed'));
});

contribute('piece', ({ piece }) => html`<piece-recalls .serial=${piece.serial} .open=${open}></piece-recalls>`);
