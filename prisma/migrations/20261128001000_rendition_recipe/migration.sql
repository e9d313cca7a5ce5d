-- Which sizes, boxes and formats an asset's renditions were made for: others are made again.
ALTER TABLE "asset" ADD COLUMN "rendition_recipe" TEXT;
