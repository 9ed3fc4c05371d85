/** Name of the object-id pass in Babylon's shader store. */
export const OBJECT_ID_SHADER = "perceptionObjectId";
