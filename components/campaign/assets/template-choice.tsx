'use client'

import Link from 'next/link'
import { useDeferredValue, useMemo } from 'react'
import { useTemplates } from '@/components/templates/use-templates'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { TEMPLATES } from '@/lib/creatives/template'
import type { AssetKind, Design, SnapshotAsset } from '@/lib/decision/snapshot'
import type { TeamTemplate } from '@/lib/decision/team-template'
import type { TemplateSummary } from '@/lib/templates/template-api'
import { type Combination, previewCreative } from './ad-combination'
import { TemplateOption } from './template-option'

interface TemplateChoiceProps {
  design: Design
  assets: Combination
  disabled: boolean
  onDesignChange: (design: Design) => void
}

const PREVIEW_SIZE = '300x250'

const sample = (kind: AssetKind, text: string): SnapshotAsset => ({
  ...{ id: kind, kind, name: kind, text, altText: '', renditions: [] },
})
/** Stand behind the campaign's own copy, of which the first of a kind is shown, until there is some. */
const SAMPLES = {
  '~headline': sample('headline', 'Your headline'),
  '~body': sample('body', 'A sentence that says more.'),
  '~cta': sample('cta', 'Button'),
}

/** The built-in layouts and the team's own templates, each with the campaign's own assets in it. */
export function TemplateChoice({ design, assets, disabled, onDesignChange }: TemplateChoiceProps) {
  const own = useTemplates().data?.items ?? NONE
  const shown = useDeferredValue(design)
  const { team: chosen, ...plain } = design
  const newest = own.find(({ id }) => id === chosen?.templateId)
  const options = useMemo(() => {
    const { team: current, ...rest } = shown
    const draw = (look: Partial<Design>) =>
      previewCreative({ ...rest, ...look }, { ...assets, ...SAMPLES }, PREVIEW_SIZE).html
    const builtIn = TEMPLATES.map(({ name, label, description }) => ({
      ...{ value: name, label, description, look: { template: name } },
      html: draw({ template: name }),
    }))
    return [
      ...builtIn,
      ...listOwn(own, current).map(({ team, description }) => ({
        ...{ value: team.templateId, label: team.name, description, look: { team } },
        html: draw({ team }),
      })),
    ]
  }, [shown, assets, own])
  return (
    <fieldset disabled={disabled} className="min-w-0">
      <legend className="mb-1.5 text-sm font-medium">Template</legend>
      <div className="grid gap-3 sm:grid-cols-3">
        {options.map(({ value, look, ...option }) => (
          <TemplateOption
            key={value}
            {...option}
            size={PREVIEW_SIZE}
            value={value}
            isChosen={(chosen?.templateId ?? design.template) === value}
            onChoose={() => onDesignChange({ ...plain, ...look })}
          />
        ))}
      </div>
      {chosen && newest && newest.newestVersion > chosen.version && (
        <Callout
          className="mt-3"
          title={`This campaign shows version ${chosen.version} of “${newest.name}”`}
          actions={
            !disabled && (
              <Button
                size="sm"
                onClick={() => onDesignChange({ ...design, team: newest.template })}
              >
                Use version {newest.newestVersion}
              </Button>
            )
          }
        >
          Version {newest.newestVersion} is newer. Ads change when the campaign is next published.
        </Callout>
      )}
      <p className="text-muted mt-2 text-sm">
        <Link href="/templates" className="underline">
          Look at all templates
        </Link>{' '}
        in every size, or write your own in HTML and CSS.
      </p>
    </fieldset>
  )
}

const NONE: readonly TemplateSummary[] = []

/** The templates in their newest version, but the chosen one as it is, archived or not. */
function listOwn(
  own: readonly { template: TeamTemplate; description: string }[],
  chosen: TeamTemplate | undefined,
): { team: TeamTemplate; description: string }[] {
  const listed = own.map(({ template, description }) => ({
    team: template.templateId === chosen?.templateId ? chosen : template,
    description,
  }))
  const isListed = listed.some(({ team }) => team.templateId === chosen?.templateId)
  return chosen && !isListed
    ? [...listed, { team: chosen, description: 'Archived: it stays until you choose another.' }]
    : listed
}
