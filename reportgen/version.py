"""The version, alone in a module, so that whoever asks for it loads nothing else."""

__version__ = "0.2.0.dev0"
