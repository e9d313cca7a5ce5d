import { drawCityBike } from './scene-city-bike'
import { drawDawnCamp } from './scene-dawn-camp'
import { drawDunePicnic } from './scene-dune-picnic'
import { drawForestRun } from './scene-forest-run'
import { drawFreshPowder } from './scene-fresh-powder'
import { drawNorthernLights } from './scene-northern-lights'
import { drawRainyStreet } from './scene-rainy-street'
import { drawRidgeBoots } from './scene-ridge-boots'
import { drawStillLake } from './scene-still-lake'

export interface Picture {
  /** The asset's name: what rules, the benchmark and the simulator's truth refer to. */
  readonly name: string
  readonly altText: string
  /** Where the subject is, as shares of width and height. */
  readonly focalX: number
  readonly focalY: number
  /** The SVG text; the same seed gives the same text. */
  readonly draw: (seed: number) => string
}

/** The photographs the shop would have, drawn: one for each thing it sells. */
export const PICTURES: readonly Picture[] = [
  {
    name: 'Dawn camp',
    altText: 'A lit tent on a meadow at sunrise, mountains behind it',
    focalX: 0.53,
    focalY: 0.71,
    draw: drawDawnCamp,
  },
  {
    name: 'Rain in town',
    altText: 'Somebody in a red rain jacket walks under a yellow umbrella through a wet street',
    focalX: 0.51,
    focalY: 0.52,
    draw: drawRainyStreet,
  },
  {
    name: 'Fresh powder',
    altText: 'A skier in a red jacket carves through fresh snow',
    focalX: 0.49,
    focalY: 0.58,
    draw: drawFreshPowder,
  },
  {
    name: 'Forest run',
    altText: 'A runner on a trail through a misty forest',
    focalX: 0.51,
    focalY: 0.62,
    draw: drawForestRun,
  },
  {
    name: 'Still lake',
    altText: 'Somebody paddles a red kayak over a still mountain lake',
    focalX: 0.5,
    focalY: 0.64,
    draw: drawStillLake,
  },
  {
    name: 'Harbour bike',
    altText: 'A cyclist with a backpack rides along the harbour in autumn',
    focalX: 0.5,
    focalY: 0.68,
    draw: drawCityBike,
  },
  {
    name: 'Dune picnic',
    altText: 'Two people have a picnic under a yellow parasol on the beach',
    focalX: 0.5,
    focalY: 0.63,
    draw: drawDunePicnic,
  },
  {
    name: 'Northern lights',
    altText: 'Two people in warm coats watch the northern lights beside a cabin',
    focalX: 0.53,
    focalY: 0.7,
    draw: drawNorthernLights,
  },
  {
    name: 'Ridge boots',
    altText: 'A pair of leather walking boots on a rock above the valley',
    focalX: 0.51,
    focalY: 0.68,
    draw: drawRidgeBoots,
  },
]
