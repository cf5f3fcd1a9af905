"""The signed acts of documents, for the API that receives them and the worker that finishes them."""

from kezek.documents.usecases.publish_template import PublishTemplate

ACTS = (PublishTemplate(),)
