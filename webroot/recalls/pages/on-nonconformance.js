import { html } from 'lit';
import { contribute } from '../../base/places.js';
import '../elements/told-customers.js';

contribute('nonconformance', ({ page }) => html`<told-customers .number=${page.number}></told-customers>`);
