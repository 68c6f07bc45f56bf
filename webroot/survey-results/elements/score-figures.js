import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { number, t, wording } from '../../base/words.js';
import { bars, change, range, written } from '../reading/figures.js';

const FIGURES = { 'score-0-10': ['promoters', 'mean'], 'score-1-5': ['mean', 'median'] };

/** What the scores were: figures with their ranges, and how many gave each score. */
class ScoreFigures extends LightElement {
  static properties = { result: { attribute: false } };

  render() {
    const { result } = this;
    const { dots } = result.answered;
    return html`${dots ? html`<p class="soft">${t('survey-figures.dots')}</p>` : this.#figures()}
      <ol class="score-bars" aria-label=${t('survey-figures.each-score')}>
        ${bars(result).map((bar) => this.#bar(bar, dots))}
      </ol>
      ${this.#ends()} ${this.#channels()}`;
  }

  #figures() {
    const { kind, score } = this.result;
    return html`<dl class="big-figures">
      ${FIGURES[kind]
        .filter((name) => score[name])
        .map(
          (name) => html`<div>
            <dt>${t(`survey-figures.${name}`)}</dt>
            <dd>
              <strong>${written(name, score[name].value)}</strong> <span>${range(name, score[name])}</span>
              ${score[name].since
                ? html`<p class="trend" data-trend=${score[name].since.trend}>${change(name, score[name])}</p>`
                : nothing}
            </dd>
          </div>`,
        )}
    </dl>`;
  }

  #bar({ score, n, part }, dots) {
    return html`<li>
      <span class="score">${number(score)}</span>
      ${dots
        ? html`<span class="dots" aria-hidden="true">${'●'.repeat(n)}</span>`
        : html`<svg class="figure-bar" aria-hidden="true">
            <rect width="${Math.round(part * 100)}%" height="100%" />
          </svg>`}
      <span class="n"><span class="visually-hidden">${t('survey-figures.times', { count: n })}</span>
        <span aria-hidden="true">${n > 0 ? number(n) : ''}</span></span>
    </li>`;
  }

  #ends() {
    const { ends } = this.result;
    return ends
      ? html`<p class="soft score-ends">
          <span>${wording(ends.low)}</span> <span>${wording(ends.high)}</span>
        </p>`
      : nothing;
  }

  #channels() {
    const { channels } = this.result.score;
    return channels.length > 1
      ? html`<table class="channel-figures">
          <caption>
            ${t('survey-figures.by-channel')}
          </caption>
          <tbody>
            ${channels.map(
              ({ channel, n, mean }) => html`<tr>
                <th scope="row">${t(`survey-channel.${channel}`)}</th>
                <td>${t('survey-figures.answers', { count: n })}</td>
                <td>
                  ${mean
                    ? t('survey-figures.mean-between', {
                        mean: written('mean', mean.value),
                        range: range('mean', mean),
                      })
                    : t('survey-figures.dots')}
                </td>
              </tr>`,
            )}
          </tbody>
        </table>`
      : nothing;
  }
}

customElements.define('score-figures', ScoreFigures);
