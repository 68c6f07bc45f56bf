import { html } from 'lit';
import { LANGUAGES, t } from '../words.js';
import { timeZone } from '../format.js';
import { zoneName, zoneNames } from '../reading/zones.js';
import { selection } from './field.js';

/** In which language somebody reads; left open, their mails come in every one. */
export const languageField = (chosen = '') =>
  selection({
    name: 'language',
    label: t('language'),
    options: [['', t('language.every')], ...Object.entries(LANGUAGES)],
    chosen,
  });

/** In which zone somebody is told times; left open, it is the plant's. */
export const zoneField = (chosen = '') =>
  selection({
    name: 'zone',
    label: t('zone'),
    options: [['', t('zone.plant')], ...zones(chosen).map((zone) => [zone, zone])],
    chosen: zoneName(chosen),
  });

/** In which zone something takes place. */
export const zoneChoice = ({ id, label, hint, chosen }) => html`<div class="entry">
  <label for=${id}>${label}</label>
  <select id=${id} name="zone" aria-describedby="${id}-hint">
    ${zones(chosen).map((zone) => html`<option value=${zone} ?selected=${zone === zoneName(chosen)}>${zone}</option>`)}
  </select>
  <p class="soft" id="${id}-hint">${hint}</p>
</div>`;

/** This browser's own first, since most who choose mean that one. */
const zones = (chosen) => zoneNames([timeZone(), chosen], Intl.supportedValuesOf('timeZone'));

/** What was chosen in the two, without what was left open. */
export const reader = ({ language, zone }) => ({ language: language || undefined, zone: zone || undefined });
