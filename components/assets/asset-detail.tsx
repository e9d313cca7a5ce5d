'use client'

import { useWatch } from 'react-hook-form'
import { ApiProblem } from '@/components/api/api-problem'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Explain } from '@/components/ui/explain'
import { Form } from '@/components/ui/form'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { setFormIssues } from '@/components/ui/set-form-issues'
import { Textarea } from '@/components/ui/textarea'
import { useZodForm } from '@/components/ui/use-zod-form'
import { type AssetResponse, COPY_MAX_LENGTH, copyKindSchema } from '@/lib/assets/asset'
import { countCharacters } from '@/lib/assets/plain-text'
import { AssetCrops } from './asset-crops'
import { AssetFactsFields } from './asset-facts-fields'
import {
  type AssetFormValues,
  assetFormSchemaOf,
  isContentChanged,
  toAssetFormValues,
  toAssetUpdate,
} from './asset-form'
import { useAssetPermissions } from './asset-permissions'
import { FocalPointPicker } from './focal-point-picker'
import { ThemeFields } from './theme-fields'
import { useUpdateAsset } from './use-assets'

interface AssetDetailProps {
  asset: AssetResponse
  knownTags: readonly string[]
}

/** Everything that can be edited. Give it a key with `updatedAt`: it keeps what is being typed. */
export function AssetDetail({ asset, knownTags }: AssetDetailProps) {
  const { canEdit } = useAssetPermissions()
  const update = useUpdateAsset(asset.id)
  const form = useZodForm(assetFormSchemaOf(asset), toAssetFormValues(asset))
  const { control, setValue } = form
  const values = useWatch({ control }) as AssetFormValues
  const { picture } = asset
  const copyKind = copyKindSchema.safeParse(asset.kind).data
  const isEditable = canEdit && asset.state !== 'archived'
  const isLogo = asset.kind === 'logo'
  const isUndoingReview = asset.state !== 'draft' && isContentChanged(asset, values)

  const save = (checked: AssetFormValues) =>
    update.mutate(toAssetUpdate(asset, checked), {
      onError: (error) =>
        setFormIssues(
          form,
          error instanceof ApiProblem && error.issues.length > 0
            ? error.issues
            : [{ message: error.message }],
        ),
    })

  return (
    <Form form={form} onSubmit={save} className="space-y-5">
      {picture && (
        <>
          <FocalPointPicker
            picture={picture}
            altText={asset.altText || asset.name}
            focal={values}
            disabled={!isEditable || isLogo}
            onFocalChange={({ focalX, focalY }) => {
              setValue('focalX', focalX, { shouldDirty: true })
              setValue('focalY', focalY, { shouldDirty: true })
            }}
          />
          <section className="space-y-2">
            <h3 className="flex items-center gap-1 text-sm font-medium">
              In every ad size
              <Explain term="Focal point">
                Ads are wide, square and tall, so most of them show a part of the picture. The focal
                point is the spot that stays in sight. Click on the picture to move it, or use the
                arrow keys (with Shift for larger steps).
              </Explain>
            </h3>
            <AssetCrops picture={picture} focal={values} isLogo={isLogo} />
          </section>
        </>
      )}
      <fieldset disabled={!isEditable} className="min-w-0 space-y-4">
        {copyKind && (
          <FormField
            control={control}
            name="text"
            label="Text"
            hint={`${countCharacters(values.text)} of ${COPY_MAX_LENGTH[copyKind]} characters`}
          >
            {(field) => <Textarea {...field} dir="auto" rows={3} />}
          </FormField>
        )}
        <FormField control={control} name="name" label="Name" hint="Only seen in the studio">
          {(field) => <Input {...field} />}
        </FormField>
        {(picture ?? asset.video) && (
          <FormField
            control={control}
            name="altText"
            label="Alternative text"
            hint="What the picture shows, for people who cannot see it"
          >
            {(field) => <Textarea {...field} rows={2} />}
          </FormField>
        )}
        {values.theme && (
          <ThemeFields
            theme={values.theme}
            disabled={!isEditable}
            onThemeChange={(theme) => setValue('theme', theme, { shouldDirty: true })}
          />
        )}
        <AssetFactsFields control={control} knownTags={knownTags} disabled={!isEditable} />
      </fieldset>
      {isUndoingReview && (
        <Callout tone="info">
          Saving this makes it a draft again, so that what is approved is what was seen. Live
          campaigns stop showing it at once; it comes back when it is approved and they are
          published anew.
        </Callout>
      )}
      {isEditable && (
        <div className="flex justify-end">
          <Button
            type="submit"
            variant="primary"
            loading={update.isPending}
            disabled={!form.formState.isDirty}
          >
            Save changes
          </Button>
        </div>
      )}
    </Form>
  )
}
