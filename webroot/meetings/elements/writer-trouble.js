import { html, nothing } from 'lit';
import '../../base/elements/copy-button.js';
import { refusal } from '../../base/reading/refusals.js';
import { t } from '../../base/words.js';
import { writer } from '../reading/table.js';

const giveIn = (close) => html`<button type="button" class="quiet" data-action="line-give-in" @click=${close}>${
  t('writer.give-in')}</button>`;

/** What was refused: how the line reads by now, beside the text in the box. */
export function refusedBox({ problem, newest, now, insist, close }) {
  const name = newest && writer(newest, now);
  return html`<div class="trouble-box" role="alert">
    <p>${problem.status === 409 ? t(name ? 'writer.held' : 'writer.changed', { name }) : refusal(problem)}</p>
    ${newest ? html`<blockquote class="writer-newest">${newest.text}</blockquote>` : nothing}
    <p class="buttons">
      <button type="button" class="go" data-action="line-insist" @click=${insist}>${t('writer.insist')}</button>
      ${giveIn(close)}
    </p>
  </div>`;
}

/** Somebody removed the line while it was written: its text is in the box, and can be a line again. */
export const removedBox = ({ text, select, anew, close }) => html`<div class="trouble-box" role="alert">
  <p>${t('writer.removed')}</p>
  <p class="buttons">
    <button type="button" class="go" data-action="line-anew" @click=${anew}>${t('writer.anew')}</button>
    <copy-button .text=${text} .select=${select}></copy-button>
    ${giveIn(close)}
  </p>
</div>`;
